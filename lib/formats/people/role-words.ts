// The words by which addresses and names tell that nobody in particular is behind them, in French, English, German, Spanish, Italian,
// Portuguese and Dutch. Folded as `comparableName` folds; an address is cut at its points, hyphens and underscores before it is looked up.

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''))

/** "Do not answer", without separators. */
export const silentWords: readonly string[] = [
  ...wordSet(`noreply noreplies donotreply donotrespond dontreply doesnotreply noresponse nepasrepondre nepasrepondez nerepondezpas nerepondpas nerepondrepas noreponse
    sansreponse pasdereponse noresponder noresponda noreplay norispondere nonrispondere nonrispondete nichtantworten bittenichtantworten keineantwort keinereply naoresponda
    naoresponder naorespondas nietbeantwoorden nietantwoorden nietreageren geenantwoord unmonitored`),
]

/** Machines: one of these words alone, or beside words of these tables, is no person. */
export const robotWords: ReadonlySet<string> = wordSet(`
  mailerdaemon mailer daemon postmaster hostmaster abuse root cron crontab nobody wwwdata apache nagios jenkins bot robot bounce bounces return returns
  notify notifier notification notifications notificacion notificaciones notifica notifiche benachrichtigung benachrichtigungen alert alerts alerte
  alertes alerta alertas avviso avvisi meldung melding update updates digest auto automated automatic automatique autoreply autoresponder autoconfirm
  mailing mailings mailinglist newsletter newsletters newsletterek news infolettre nieuwsbrief boletin boletim rundbrief unsubscribe desinscription
  desabonnement subscribe invitation invitations messages message msg reply replies comment comments jobalert jobalerts recall relance relances shares
  verifizierung verifica verificacion kontobestaetigung payslip flash brief briefing campaign campagne campagnes listserv majordomo sympa mailman ezmlm
  listmaster daemonmailer relay`)

/** Machines' words that no family bears, told wherever they stand in an address. */
export const strongRobotWords: ReadonlySet<string> = wordSet(`
  mailerdaemon postmaster hostmaster bounce bounces notification notifications notificaciones notifiche newsletter newsletters infolettre nieuwsbrief unsubscribe desinscription
  autoreply autoresponder autoconfirm automated jobalert jobalerts mailinglist listserv majordomo mailman listmaster updates alerts alertes`)

/** Offices that several people answer. Beside a person's name such an address is the person's own. */
export const roleWords: ReadonlySet<string> = wordSet(`
  billets billet organisation organization organisateur organisateurs conseiller conseillers
  info infos information informations informacion informacoes informazioni informatie contact contacts contacto contato contatto contatti kontakt hello
  hi hey bonjour hallo hola ciao welcome bienvenue coucou salut moin support help helpdesk aide assistance assistenza ayuda ajuda soporte suporte
  apoio hilfe hulp hotline depannage sav servicedesk it service services servizio servicio servico dienst client clients cliente clientes clienti
  customer customers kunden kunde klanten clientele care relation relations serviceclient serviceclients servicesclients relationclient relationclients
  serviceclientele clientservice clientservices customerservice customercare customersupport kundenservice kundendienst kundenbetreuung klantenservice
  klantendienst atencioncliente atencionalcliente servicioalcliente servizioclienti assistenzaclienti atendimento atencion apoiocliente sales sale vente
  ventes ventas vendite vendas verkauf vertrieb verkoop commercial commerciale commerciaux comercial adv billing invoice invoices invoicing facturation
  facture factures fattura fatture fatturazione facturacion facturas faturacao faturas rechnung rechnungen buchhaltung boekhouding facturatie factuur
  compta comptabilite accounting accountspayable accountsreceivable contabilita contabilidad contabilidade administratie payroll paie payment payments
  paiement paiements finance finances finanzen financeiro tresorerie treasurer tresorier hr rh jobs job career careers recruitment recruiting
  recrutement emploi emplois candidature candidatures bewerbung personal personalabteilung empleo lavoro trabalho vacature vacatures werkenbij karriere
  stage stages talent admin admins administrator administrateur administration administracion administrazione amministrazione administracao verwaltung
  administrador webmaster webmestre web site website sysadmin office offices bureau secretary secretaire secretariat secretariado secretaria segreteria
  segretaria sekretariat secretariaat buero cabinet praxis studio etude reception recepcion rezeption receptie accueil standard mail email emails
  mailbox courrier courriel posta post postbus correo correio poststelle boite press presse prensa stampa imprensa pers pr media medias communication
  communications com comunicacion comunicazione comunicacao kommunikation communicatie marketing event events evenement evenements booking bookings
  reservation reservations reserva reservas prenotazioni prenotazione reservierung reservierungen buchung reserveringen reserveren resa direction
  direccion direzione direcao geschaeftsleitung geschaftsleitung directie presidence president mairie ville team teams equipe equipo squadra staff crew
  redaction redaktion redazione redaccion redacao redactie editor editorial editors legal juridique privacy privacidad dpo rgpd gdpr datenschutz
  dataprotection compliance copyright shop store boutique tienda negozio loja magasin winkel ecommerce eshop ticket tickets billetterie biglietteria
  inscription inscriptions registration register registrations anmeldung inscripciones adhesion adhesions membership members membre membres abonnement
  abonnements abonnes abo partner partners partenaire partenaires partenariat partenariats affiliate affiliates sponsor sponsors mecenat dons benevoles
  benevolat volunteers tech technique technical tecnico developer developers dev devs api ops devops sre noc soc infra question questions enquiry
  enquiries inquiry inquiries request requests demande demandes reclamation reclamations devis quote quotes anfrage anfragen offerte preventivi desk
  consommateur consommateurs consumer consumers usager usagers adherent adherents parents eleves anciens alumni amis friends scolaire viescolaire
  intendance cantine periscolaire etatcivil etat civil urbanisme tourisme culture sport sports jeunesse social ccas voirie environnement eau elus
  cabinetdumaire municipal fournisseur fournisseurs supplier suppliers vendor vendors payable receivable comptable comptables achat purchase purchases
  litige litiges contentieux recouvrement sinistre sinistres reklamation beschwerde beschwerden retouren retoure bewerbungen ausbildung vorstand
  verwaltungsrat beratung sekretariate empfang zentrale lager technik redaktionen kasse mitglieder spenden presseabteilung reclamo reclamos reclami
  quejas pedidosweb encomendasweb ouvidoria vendasweb inscricoes matriculas presidencia tesoreria gerencia administracio botiga ufficio segreterie
  iscrizioni magazzino acquisto direzionegenerale klacht klachten bestelling inschrijving ledenadministratie penningmeester voorzitter balie magazijn
  planning petites annonces annonce messagerie moderation moderator moderateur moderateurs community communaute hosting hebergement domains domaine
  domaines registrar status statut incident incidents acquisition recruiter recruiters rse csr esg investors investisseurs ir actionnaires shareholders
  warranty garantie garanties entretien maintenance atelier workshop workshops traiteur spa golf conciergerie concierge frontdesk housekeeping
  restaurant association asso comite syndicat bureauassociation logistique logistics achats purchasing procurement einkauf compras acquisti inkoop
  production qualite quality scolarite bibliotheque library mediatheque formation formations training urgence urgences calendar agenda security securite
  order orders commande commandes bestellung bestellungen pedido pedidos ordine ordini bestellingen shipment shipping tracking suivi expedition
  livraison livraisons versandinfo envios receipt receipts recu recus feedback survey surveys enquete enquetes sondage account accounts compte comptes
  donation donations promo promos promotion promotions offers offres deals ofertas angebote aanbiedingen confirm confirmation confirmations verify
  verification verifications activation colis parcel parcels paket pakete pacco paquete encomenda encomendas envio delivery deliveries versand
  zustellung lieferung system systeme sistema eticket etickets itinerary boardingpass appointment appointments rdv rendezvous statement statements
  releve releves bulletin bulletins actu actus actualites reminder reminders rappel rappels lettre noticias notizie noticia nachrichten nieuws avis
  login signin password subscription subscriptions invite lecteur lecteurs courrierdeslecteurs cdi bcd police municipale dechets dechetterie
  dechetteries ressources humaines ressourceshumaines export import aftersales after success onboarding trial trials partnership partnerships dmarc
  report reports reporting pagos pago pagamento pagamenti zahlung zahlungen betaling betalingen verhuur huur noleggio alquiler aluguel vermietung
  mietservice centrale centro commandeweb webshop onlineshop helpline hotdesk servicecenter callcenter contactcenter contactez contactus nouscontacter
  ecrire ecrivez thankyou thanks merci danke gracias grazie obrigado bienvenida benvenuto willkommen welkom greetings standardiste astreinte permanence
  vigile gardiennage gardien syndic copropriete gestion gestionnaire gerance location locations locatif bail loyers patrimoine travaux chantier
  chantiers devisgratuit rendez patient patients consultation consultations clinique pharmacie infirmerie medical laboratoire urgencesmedicales
  veterinaire eleve etudiant etudiants student students teacher teachers prof profs enseignants rectorat inspection examens exams admission admissions
  alumnis doyen dean decanat registraire elections vote votes conseil mairies adjoint adjoints guichet permis cadastre impots taxe taxes douane douanes
  tribunal greffe notaires huissier etudes projet projets project projects labo lab labs recherche research innovation rd bureauetudes methodes usine
  factory plant expeditions entrepot warehouse stock stocks depot transport transports flotte fleet assurance assurances insurance prevoyance mutuelle
  contrat contrats contract contracts souscription souscriptions claims claim credit credits pret prets loan loans banque trading treasury audit fiscal
  tax taxation licensing license licenses licences renewal renewals upgrade beta demo demos academy academie campus learning elearning certification
  certifications abonne abonnementen abbonamenti suscripciones assinaturas lectorat diffusion distribution regie publicite pub pubs ads advertising
  adverts werbung anzeigen anuncios pubblicita inserate visite visites visits tours tour guides groupes groups seminaires seminaire conference
  conferences congres colloque salon salons expo expos exposition festival programme programmation cuisine benevole cotisations cotisation
  secretariatgeneral bureaux delegation delegue delegues section sections antenne regional national whistleblowing ethics ethique signalement alertemail
  cert csirt psirt vulnerability netops hostname dns nic ripe peering hq siege agence agences boutiques magasins franchise franchises reseau reseaux
  revendeur revendeurs reseller resellers dealer dealers grossiste wholesale b2b pros grandscomptes kontor empfangsbuero zentralbuero ortsverein
  kreisverband landesverband geschaeftsstelle geschaftsstelle pforte hausverwaltung immobilien makler bewerber karriereportal bestellservice lieferant
  lieferanten einkaufsabteilung escritorio oficina despacho sucursal sede recursoshumanos recursos humanos rrhh calidad proveedores almacen
  pedidosonline reservasonline consultas ufficiostampa ufficiotecnico risorse umane risorseumane fornitori qualita logistica spedizioni resi prenota
  eventi escritoriocentral recepcao qualidade fornecedores devolucoes eventos kantoor personeelszaken crediteuren debiteuren inkoopafdeling verzending
  retour vragen evenementen
  geral inschrijvingen webinar webinars webinaire webinaires efacture efactures einvoice einvoices erechnung fax telecopie scanner imprimante imprimantes printer drucker impresora stampante gateway repondeur voicemail anrufbeantworter jira zendesk salle meetingroom conferenceroom besprechungsraum sitzungszimmer codes candidat candidats utilisateur utilisateurs sms`)

/** Everybody at once. */
export const everybodyWords: ReadonlySet<string> = wordSet(
  'all allstaff everyone everybody tous toutes tousles alle todos tutti iedereen staffall allusers allemployees allcompany company-wide personnel codir comex',
)

/** Little words that may stand beside the words above without telling anything. */
export const glueWords: ReadonlySet<string> = wordSet(`
  the le la les l de du des d a au aux et and und e y of for pour fur para per do da di al della your votre our notre nos my mon via from at to
  fr en us uk de es it pt nl be ch ca eu int ww france europe global international paris`)

/** A mailing list's own commands, at the end or the beginning of its name. */
export const listEnds: readonly string[] = [
  '-request',
  '-bounces',
  '-bounce',
  '-owner',
  '-unsubscribe',
  '-subscribe',
  '-confirm',
  '-errors',
  '-leave',
  '-signoff',
  '-announce',
  '-admin',
]
export const listStarts: readonly string[] = ['owner-', 'request-', 'bounce-', 'bounces-', 'list-']

/** A label of a domain below which there are lists, wherever it stands. */
export const listDomains: ReadonlySet<string> = wordSet(
  'lists list listes liste listas mailman listserv googlegroups yahoogroups groups groupes framalistes sympa mailinglist mailinglists',
)

/** A label before the registered domain that only campaigns and machines use. */
export const marketingDomains: ReadonlySet<string> = wordSet(`
  news newsletter newsletters mailing mailings mailer em e edm notifications notification notify alerts alert bounce bounces reply replies promo promos promotions offers
  marketing mkt mktg campaign campaigns updates crm infolettre txn transactional sendgrid mailgun mandrill mailjet sendinblue`)

/** Words of a name that make it a firm's, a shop's, a house's. */
export const houseWords: ReadonlySet<string> = wordSet(`
  conservatoire orchestre chorale harmonie fanfare marathon magazine revue banco banca hotel restaurant bistro brasserie cafe bar pizzeria boulangerie patisserie boucherie epicerie traiteur pharmacie garage auto autos carrosserie librairie boutique magasin shop store
  gite camping chateau domaine maison residence villa auberge mairie ville commune prefecture communaute region departement ministere ministry office agence agency cabinet veterinaire dechetterie tresorerie clinique clinic hopital hospital
  creche creches maternelle ecole college lycee universite university institut institute school academie academy musee museum theatre theater cinema bibliotheque mediatheque centre center association asso club federation fondation
  foundation syndicat union comite committee amicale banque bank assurance assurances insurance mutuelle groupe group holding societe company compagnie entreprise enterprises etablissements ets
  transports transport voyages travel tours immobilier immobiliere real estate plomberie electricite menuiserie maconnerie peinture chauffage serrurerie couverture paysages jardins services solutions systems systemes
  annonces vins chaussures tourisme logis meubles fleurs bijoux livres jouets vetements immo location locations
  consulting conseil conseils technologies tech software digital labs lab studio studios media medias press edition editions journal gazette radio tv television production productions events
  poste post telecom mobile energie energy eau electric gaz sncf metro taxi taxis ambulance pompiers police gendarmerie paroisse eglise church parish
  versand apotheke backerei metzgerei praxis kanzlei werkstatt verlag gmbh stadt gemeinde schule universitat verein stiftung
  tienda farmacia panaderia ayuntamiento escuela universidad empresa negozio ristorante comune scuola universita azienda loja padaria escola winkel gemeente bakkerij school projet project projekt forum blog site web online express plus`)

/** Legal forms at the end (or the beginning) of a firm's name; see organizations.ts, which strips them. */
export const legalForms: ReadonlySet<string> = wordSet(`
  sa sas sasu sarl eurl sci scop scp snc selarl selas gie sprl srl bv bvba nv vof ag gmbh ug ohg kg kgaa ev eg se inc incorporated corp corporation co llc llp lp ltd limited plc pty pte
  spa sapa sl slu slp sau lda ltda eireli me oy oyj ab as asa aps kft zrt sro doo ooo zao oao pao sagl cie ltee enr senc asbl vzw`)
