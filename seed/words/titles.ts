// Job titles by field: seniority, English, French masculine and French feminine. A seniority may have several; each field has enough of
// them for a career from the first post to the last.
import type { Seniority } from '@entregent/lib/base/words.ts'
import type { Field } from './fields.ts'
import { rowsOf } from './table.ts'

export interface Title {
  readonly seniority: Seniority
  readonly en: string
  readonly masculine: string
  readonly feminine: string
}

const titlesOf = (text: string): readonly Title[] =>
  rowsOf(text).map(([seniority, en = '', masculine = '', feminine = masculine]) => ({
    seniority: seniority as Seniority,
    en,
    masculine,
    feminine,
  }))

export const titles: Readonly<Record<Field, readonly Title[]>> = {
  software: titlesOf(`
    intern | Software intern | Stagiaire en développement
    junior | Junior developer | Développeur débutant | Développeuse débutante
    professional | Software developer | Développeur logiciel | Développeuse logiciel
    professional | Product designer | Concepteur de produits | Conceptrice de produits
    professional | Systems analyst | Analyste des systèmes
    senior | Senior software developer | Développeur logiciel principal | Développeuse logiciel principale
    senior | Security architect | Architecte en sécurité
    lead | Technical lead | Chef d’équipe technique | Cheffe d’équipe technique
    manager | Engineering manager | Gestionnaire du développement
    director | Director of technology | Directeur des technologies | Directrice des technologies
    executive | Chief technology officer | Chef de la technologie | Cheffe de la technologie
    owner | Software company founder | Fondateur d’une entreprise de logiciels | Fondatrice d’une entreprise de logiciels`),
  finance: titlesOf(`
    intern | Accounting intern | Stagiaire en comptabilité
    junior | Accounting clerk | Commis à la comptabilité
    professional | Financial analyst | Analyste financier | Analyste financière
    professional | Accountant | Comptable
    professional | Payments specialist | Spécialiste des paiements
    senior | Senior auditor | Auditeur principal | Auditrice principale
    senior | Secure payments expert | Expert en paiement sécurisé | Experte en paiement sécurisé
    lead | Risk team lead | Chef de l’équipe des risques | Cheffe de l’équipe des risques
    manager | Branch manager | Directeur de succursale | Directrice de succursale
    director | Finance director | Directeur financier | Directrice financière
    executive | Vice-president, finance | Vice-président aux finances | Vice-présidente aux finances
    owner | Independent financial adviser | Conseiller financier indépendant | Conseillère financière indépendante`),
  media: titlesOf(`
    intern | Newsroom intern | Stagiaire à la rédaction
    junior | Research assistant | Recherchiste
    professional | Journalist | Journaliste
    professional | Translator | Traducteur | Traductrice
    professional | Photographer | Photographe
    senior | Investigative journalist | Journaliste d’enquête
    senior | Producer | Réalisateur | Réalisatrice
    lead | Head of division, culture | Chef de division, culture | Cheffe de division, culture
    manager | Managing editor | Rédacteur en chef adjoint | Rédactrice en chef adjointe
    director | Editor-in-chief | Rédacteur en chef | Rédactrice en chef
    executive | Vice-president, news | Vice-président à l’information | Vice-présidente à l’information
    owner | Freelance journalist | Journaliste indépendant | Journaliste indépendante`),
  brewing: titlesOf(`
    junior | Cellar hand | Ouvrier de cave | Ouvrière de cave
    professional | Brewer | Brasseur | Brasseuse
    professional | Quality technician | Technicien en qualité | Technicienne en qualité
    senior | Brewmaster | Maître-brasseur | Maîtresse-brasseuse
    senior | Cheesemaker | Maître-fromager | Maîtresse-fromagère
    lead | Production supervisor | Superviseur de production | Superviseure de production
    manager | Taproom manager | Gérant du salon de dégustation | Gérante du salon de dégustation
    director | Director of brewing | Directeur du brassage | Directrice du brassage
    executive | President of the brewery | Président de la brasserie | Présidente de la brasserie
    owner | Microbrewery owner | Propriétaire de microbrasserie`),
  health: titlesOf(`
    junior | Nursing assistant | Préposé aux bénéficiaires | Préposée aux bénéficiaires
    professional | Nurse | Infirmier | Infirmière
    professional | Pharmacist | Pharmacien | Pharmacienne
    professional | Physiotherapist | Physiothérapeute
    professional | Family doctor | Médecin de famille
    senior | Clinical nurse specialist | Infirmier clinicien | Infirmière clinicienne
    senior | Clinical researcher | Chercheur clinicien | Chercheuse clinicienne
    lead | Care team coordinator | Coordonnateur des soins | Coordonnatrice des soins
    manager | Head of unit | Chef d’unité | Cheffe d’unité
    director | Director of nursing | Directeur des soins infirmiers | Directrice des soins infirmiers
    executive | Hospital chief executive | Président-directeur général d’hôpital | Présidente-directrice générale d’hôpital
    owner | Community pharmacy owner | Pharmacien propriétaire | Pharmacienne propriétaire`),
  engineering: titlesOf(`
    intern | Engineering intern | Stagiaire en génie
    junior | Junior engineer | Ingénieur junior | Ingénieure junior
    professional | Civil engineer | Ingénieur civil | Ingénieure civile
    professional | Architect | Architecte
    professional | Land surveyor | Arpenteur-géomètre | Arpenteuse-géomètre
    senior | Senior structural engineer | Ingénieur principal en structures | Ingénieure principale en structures
    lead | Site foreman | Contremaître de chantier | Contremaîtresse de chantier
    manager | Project manager, construction | Chargé de projet en construction | Chargée de projet en construction
    director | Engineering director | Directeur de l’ingénierie | Directrice de l’ingénierie
    executive | Chief executive, construction | Président-directeur général en construction | Présidente-directrice générale en construction
    owner | General contractor | Entrepreneur général | Entrepreneure générale`),
  education: titlesOf(`
    junior | Teaching assistant | Auxiliaire d’enseignement
    professional | Teacher | Enseignant | Enseignante
    professional | Guidance counsellor | Conseiller d’orientation | Conseillère d’orientation
    professional | Research associate | Agent de recherche | Agente de recherche
    senior | Professor | Professeur | Professeure
    lead | Head of department | Directeur de département | Directrice de département
    manager | School principal | Directeur d’école | Directrice d’école
    director | Dean | Doyen | Doyenne
    executive | University rector | Recteur d’université | Rectrice d’université
    owner | Private tutor | Tuteur indépendant | Tutrice indépendante`),
  law: titlesOf(`
    intern | Articling student | Stagiaire en droit
    junior | Paralegal | Parajuriste
    professional | Lawyer | Avocat | Avocate
    professional | Notary | Notaire
    senior | Senior counsel | Avocat-conseil | Avocate-conseil
    senior | Mediator | Médiateur | Médiatrice
    lead | Head of litigation | Chef du litige | Cheffe du litige
    manager | Legal affairs manager | Gestionnaire des affaires juridiques
    director | Director of legal affairs | Directeur des affaires juridiques | Directrice des affaires juridiques
    executive | General counsel | Chef du contentieux | Cheffe du contentieux
    owner | Law firm partner | Avocat associé | Avocate associée`),
  marketing: titlesOf(`
    intern | Marketing intern | Stagiaire en marketing
    junior | Communications assistant | Adjoint aux communications | Adjointe aux communications
    professional | Marketing adviser | Conseiller en marketing | Conseillère en marketing
    professional | Graphic designer | Graphiste
    senior | Senior communications adviser | Conseiller principal en communications | Conseillère principale en communications
    lead | Creative lead | Chef de la création | Cheffe de la création
    manager | Marketing manager | Responsable du marketing
    director | Director of communications | Directeur des communications | Directrice des communications
    executive | Vice-president, marketing | Vice-président au marketing | Vice-présidente au marketing
    owner | Agency founder | Fondateur d’agence | Fondatrice d’agence`),
  commerce: titlesOf(`
    junior | Sales associate | Conseiller aux ventes | Conseillère aux ventes
    professional | Sales representative | Représentant commercial | Représentante commerciale
    professional | Buyer | Acheteur | Acheteuse
    senior | Key account executive | Chargé de grands comptes | Chargée de grands comptes
    lead | Sales team lead | Chef des ventes | Cheffe des ventes
    manager | Store manager | Gérant de magasin | Gérante de magasin
    director | Sales director | Directeur des ventes | Directrice des ventes
    executive | Vice-president, sales | Vice-président aux ventes | Vice-présidente aux ventes
    owner | Shopkeeper | Commerçant | Commerçante`),
  transport: titlesOf(`
    junior | Dispatcher | Répartiteur | Répartitrice
    professional | Logistics coordinator | Coordonnateur logistique | Coordonnatrice logistique
    professional | Train driver | Conducteur de train | Conductrice de train
    senior | Supply chain analyst | Analyste de la chaîne d’approvisionnement
    lead | Warehouse supervisor | Superviseur d’entrepôt | Superviseure d’entrepôt
    manager | Operations manager | Responsable des opérations
    director | Director of logistics | Directeur de la logistique | Directrice de la logistique
    executive | Chief operating officer | Chef de l’exploitation | Cheffe de l’exploitation
    owner | Transport contractor | Transporteur indépendant | Transporteuse indépendante`),
  energy: titlesOf(`
    junior | Field technician | Technicien de terrain | Technicienne de terrain
    professional | Environmental adviser | Conseiller en environnement | Conseillère en environnement
    professional | Forest engineer | Ingénieur forestier | Ingénieure forestière
    senior | Energy efficiency expert | Expert en efficacité énergétique | Experte en efficacité énergétique
    lead | Grid operations lead | Chef d’exploitation du réseau | Cheffe d’exploitation du réseau
    manager | Sustainability manager | Responsable du développement durable
    director | Director of renewable projects | Directeur des projets renouvelables | Directrice des projets renouvelables
    executive | President, energy division | Président de la division énergie | Présidente de la division énergie
    owner | Solar installer | Installateur de panneaux solaires | Installatrice de panneaux solaires`),
  culture: titlesOf(`
    junior | Stage technician | Technicien de scène | Technicienne de scène
    professional | Librarian | Bibliothécaire
    professional | Illustrator | Illustrateur | Illustratrice
    professional | Musician | Musicien | Musicienne
    senior | Exhibition curator | Commissaire d’exposition
    lead | Programming lead | Responsable de la programmation
    manager | Theatre manager | Administrateur de théâtre | Administratrice de théâtre
    director | Artistic director | Directeur artistique | Directrice artistique
    executive | Museum director general | Directeur général de musée | Directrice générale de musée
    owner | Independent publisher | Éditeur indépendant | Éditrice indépendante`),
  public: titlesOf(`
    intern | Policy intern | Stagiaire en politiques publiques
    junior | Administrative officer | Agent administratif | Agente administrative
    professional | Policy analyst | Analyste des politiques
    professional | Social worker | Travailleur social | Travailleuse sociale
    professional | Urban planner | Urbaniste
    senior | Senior programme adviser | Conseiller principal en programmes | Conseillère principale en programmes
    lead | Section head | Chef de section | Cheffe de section
    manager | Head of division | Chef de division | Cheffe de division
    director | Director of services | Directeur des services | Directrice des services
    executive | Deputy director general | Directeur général adjoint | Directrice générale adjointe`),
  manufacturing: titlesOf(`
    junior | Machine operator | Opérateur de machine | Opératrice de machine
    professional | Machinist | Machiniste
    professional | Quality inspector | Inspecteur de la qualité | Inspectrice de la qualité
    senior | Automation specialist | Spécialiste en automatisation
    lead | Shift supervisor | Superviseur de quart | Superviseure de quart
    manager | Plant manager | Directeur d’usine | Directrice d’usine
    director | Director of manufacturing | Directeur de la fabrication | Directrice de la fabrication
    executive | Vice-president, operations | Vice-président aux opérations | Vice-présidente aux opérations
    owner | Workshop owner | Propriétaire d’atelier`),
  consulting: titlesOf(`
    junior | Recruitment assistant | Adjoint au recrutement | Adjointe au recrutement
    professional | Recruiter | Recruteur | Recruteuse
    professional | Business analyst | Analyste d’affaires
    senior | Senior consultant | Consultant principal | Consultante principale
    lead | Practice lead | Chef de pratique | Cheffe de pratique
    manager | Human resources manager | Responsable des ressources humaines
    director | Director of human resources | Directeur des ressources humaines | Directrice des ressources humaines
    executive | Managing partner | Associé directeur | Associée directrice
    owner | Independent consultant | Consultant indépendant | Consultante indépendante`),
  agriculture: titlesOf(`
    junior | Farm hand | Ouvrier agricole | Ouvrière agricole
    professional | Agronomist | Agronome
    professional | Veterinarian | Vétérinaire
    senior | Senior agronomist | Agronome principal | Agronome principale
    lead | Greenhouse supervisor | Chef de serre | Cheffe de serre
    manager | Farm manager | Gérant de ferme | Gérante de ferme
    director | Cooperative director | Directeur de coopérative | Directrice de coopérative
    executive | Cooperative president | Président de coopérative | Présidente de coopérative
    owner | Farmer | Agriculteur | Agricultrice`),
  hospitality: titlesOf(`
    junior | Receptionist | Réceptionniste
    professional | Cook | Cuisinier | Cuisinière
    professional | Tour guide | Guide touristique
    senior | Sommelier | Sommelier | Sommelière
    senior | Pastry chef | Chef pâtissier | Cheffe pâtissière
    lead | Head chef | Chef de cuisine | Cheffe de cuisine
    manager | Hotel manager | Directeur d’hôtel | Directrice d’hôtel
    director | Director of tourism | Directeur du tourisme | Directrice du tourisme
    executive | Chief executive, hospitality | Président-directeur général en hôtellerie | Présidente-directrice générale en hôtellerie
    owner | Restaurant owner | Restaurateur | Restauratrice`),
}
