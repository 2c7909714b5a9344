// Skills by field, each in both languages. A skill stands once in the whole list, under the field it belongs to most.
import type { Field } from './fields.ts'
import type { Pair } from './occasions.ts'
import { rowsOf } from './table.ts'

const pairs = (text: string): readonly Pair[] => rowsOf(text).map(([en = '', fr = '']) => [en, fr] as const)

/** Skills that any field knows. */
export const generalSkills: readonly Pair[] = pairs(`
  Project management | Gestion de projet
  Team leadership | Direction d’équipe
  Negotiation | Négociation
  Public speaking | Prise de parole en public
  Change management | Gestion du changement
  Budgeting | Budgétisation
  Data analysis | Analyse de données
  Technical writing | Rédaction technique
  Coaching | Accompagnement
  Process improvement | Amélioration des processus
  Strategic planning | Planification stratégique
  Customer relations | Relation client
`)

export const skills: Readonly<Record<Field, readonly Pair[]>> = {
  software: pairs(`
    Software architecture | Architecture logicielle
    Web development | Développement web
    TypeScript programming | Programmation TypeScript
    Python programming | Programmation Python
    Relational databases | Bases de données relationnelles
    Machine learning | Apprentissage automatique
    Cloud infrastructure | Infrastructure infonuagique
    Mobile development | Développement mobile
    Software testing | Tests logiciels
    Continuous delivery | Livraison continue
    Accessibility | Accessibilité numérique
    User research | Recherche utilisateur
    Interface design | Conception d’interfaces
    Cybersecurity | Cybersécurité
    Distributed systems | Systèmes répartis
    Open source | Logiciel libre
    Embedded systems | Systèmes embarqués
    Data engineering | Ingénierie des données`),
  finance: pairs(`
    Secure payments | Paiement sécurisé
    Fraud prevention | Prévention de la fraude
    Financial analysis | Analyse financière
    Accounting | Comptabilité
    External audit | Audit externe
    Portfolio management | Gestion de portefeuille
    Risk management | Gestion des risques
    Regulatory compliance | Conformité réglementaire
    Treasury | Trésorerie
    Corporate tax | Fiscalité des entreprises
    Actuarial modelling | Modélisation actuarielle
    Business valuation | Évaluation d’entreprise
    Electronic banking | Services bancaires électroniques
    Microcredit | Microcrédit`),
  media: pairs(`
    Journalism | Journalisme
    Investigative reporting | Enquête journalistique
    Copy editing | Révision linguistique
    Photojournalism | Photojournalisme
    Podcast production | Production de balados
    Video editing | Montage vidéo
    Translation | Traduction
    Radio presenting | Animation radio
    Data journalism | Journalisme de données
    Fact checking | Vérification des faits
    Scriptwriting | Scénarisation
    Newsletter publishing | Publication d’infolettres
    Interviewing | Entrevue`),
  brewing: pairs(`
    Brewing | Brassage
    Recipe development | Élaboration de recettes
    Food safety | Salubrité des aliments
    Fermentation | Fermentation contrôlée
    Sensory analysis | Analyse sensorielle
    Malting | Maltage
    Hop growing | Culture du houblon
    Bottling | Embouteillage
    Cider making | Cidrerie artisanale
    Cheese making | Fabrication fromagère
    Baking | Boulangerie
    Beverage distribution | Distribution de boissons
    Taproom management | Gestion de salon de dégustation`),
  health: pairs(`
    Nursing | Soins infirmiers
    Family medicine | Médecine familiale
    Physiotherapy | Physiothérapie
    Pharmacy | Pharmacie
    Mental health | Santé mentale
    Paediatrics | Pédiatrie
    Geriatrics | Gériatrie
    Emergency care | Soins d’urgence
    Clinical research | Recherche clinique
    Public health | Santé publique
    Nutrition | Nutrition clinique
    Medical imaging | Imagerie médicale
    Occupational therapy | Ergothérapie
    Health informatics | Informatique de la santé`),
  engineering: pairs(`
    Structural engineering | Génie des structures
    Civil engineering | Génie civil
    Mechanical design | Conception mécanique
    Building information modelling | Modélisation des données du bâtiment
    Site supervision | Surveillance de chantier
    Geotechnics | Géotechnique
    Timber construction | Construction en bois
    Water treatment | Traitement de l’eau
    Land surveying | Arpentage
    Architecture | Architecture de bâtiments
    Electrical engineering | Génie électrique
    Cost estimating | Estimation des coûts
    Heritage restoration | Restauration du patrimoine`),
  education: pairs(`
    Teaching | Enseignement
    Curriculum design | Conception de programmes
    Adult education | Formation des adultes
    Special education | Adaptation scolaire
    Early childhood | Petite enfance
    Academic research | Recherche universitaire
    Distance learning | Formation à distance
    Career guidance | Orientation professionnelle
    French as a second language | Français langue seconde
    School administration | Administration scolaire
    Science outreach | Vulgarisation scientifique
    Assessment | Évaluation des apprentissages`),
  law: pairs(`
    Contract law | Droit des contrats
    Labour law | Droit du travail
    Intellectual property | Propriété intellectuelle
    Privacy law | Protection de la vie privée
    Civil litigation | Litige civil
    Mediation | Médiation
    Notarial practice | Pratique notariale
    Immigration law | Droit de l’immigration
    Environmental law | Droit de l’environnement
    Family law | Droit de la famille
    Legal research | Recherche juridique
    Corporate governance | Gouvernance d’entreprise`),
  marketing: pairs(`
    Brand strategy | Stratégie de marque
    Digital marketing | Marketing numérique
    Public relations | Relations publiques
    Market research | Étude de marché
    Graphic design | Graphisme
    Event planning | Organisation d’événements
    Search optimisation | Référencement naturel
    Internal communications | Communications internes
    Community management | Animation de communauté
    Fundraising | Collecte de fonds
    Copywriting | Conception-rédaction
    Crisis communication | Communication de crise`),
  commerce: pairs(`
    Retail management | Gestion de commerce de détail
    Purchasing | Approvisionnement
    Merchandising | Marchandisage
    Key account management | Gestion de grands comptes
    Online sales | Vente en ligne
    Store opening | Ouverture de magasins
    Import and export | Import-export
    Pricing | Tarification
    Category management | Gestion par catégorie
    Inventory control | Contrôle des stocks
    Franchise development | Développement de franchises`),
  transport: pairs(`
    Logistics | Logistique
    Fleet management | Gestion de flotte
    Warehouse operations | Opérations d’entrepôt
    Freight forwarding | Transit international
    Route planning | Planification d’itinéraires
    Maritime transport | Transport maritime
    Rail operations | Exploitation ferroviaire
    Customs | Formalités douanières
    Cold chain | Chaîne du froid
    Urban mobility | Mobilité urbaine
    Air traffic control | Contrôle aérien`),
  energy: pairs(`
    Renewable energy | Énergies renouvelables
    Hydroelectricity | Hydroélectricité
    Energy efficiency | Efficacité énergétique
    Wind power | Énergie éolienne
    Solar power | Énergie solaire
    Carbon accounting | Bilan carbone
    Waste management | Gestion des matières résiduelles
    Biodiversity | Biodiversité
    Impact assessment | Évaluation environnementale
    Forestry | Foresterie
    Power grids | Réseaux électriques
    Building energy audits | Audit énergétique des bâtiments`),
  culture: pairs(`
    Museum curation | Commissariat d’exposition
    Stage direction | Mise en scène
    Sound recording | Prise de son
    Music composition | Composition musicale
    Stage lighting | Éclairage scénique
    Festival programming | Programmation de festivals
    Book publishing | Édition de livres
    Illustration | Illustration jeunesse
    Film production | Production cinématographique
    Cultural mediation | Médiation culturelle
    Archives | Archivistique
    Choreography | Chorégraphie`),
  public: pairs(`
    Public policy | Politiques publiques
    Urban planning | Urbanisme
    Social work | Travail social
    Municipal administration | Administration municipale
    Grant programmes | Programmes de subventions
    Public procurement | Marchés publics
    Community organising | Organisation communautaire
    International cooperation | Coopération internationale
    Statistics | Statistique
    Emergency planning | Mesures d’urgence
    Social housing | Logement social
    Citizen participation | Participation citoyenne`),
  manufacturing: pairs(`
    Lean manufacturing | Production allégée
    Quality assurance | Assurance qualité
    Industrial automation | Automatisation industrielle
    Welding | Soudage
    Machining | Usinage
    Aeronautical assembly | Assemblage aéronautique
    Industrial design | Design industriel
    Preventive maintenance | Entretien préventif
    Workplace safety | Santé et sécurité au travail
    Plastics processing | Plasturgie
    Textile production | Production textile
    Robotics | Robotique`),
  consulting: pairs(`
    Recruitment | Recrutement
    Compensation | Rémunération
    Organisational development | Développement organisationnel
    Business analysis | Analyse d’affaires
    Diversity and inclusion | Diversité et inclusion
    Training delivery | Animation de formations
    Succession planning | Planification de la relève
    Labour relations | Relations de travail
    Digital transformation | Transformation numérique
    Facilitation | Animation d’ateliers
    Business transfer | Transfert d’entreprise`),
  agriculture: pairs(`
    Organic farming | Agriculture biologique
    Agronomy | Agronomie
    Dairy farming | Production laitière
    Maple syrup production | Acériculture
    Greenhouse growing | Culture en serre
    Beekeeping | Apiculture
    Soil science | Science des sols
    Viticulture | Viticulture nordique
    Irrigation | Irrigation agricole
    Farm management | Gestion agricole
    Veterinary medicine | Médecine vétérinaire`),
  hospitality: pairs(`
    Hotel management | Gestion hôtelière
    Cooking | Cuisine
    Pastry | Pâtisserie
    Wine service | Sommellerie
    Tour guiding | Guidage touristique
    Event catering | Service de traiteur
    Reservation systems | Systèmes de réservation
    Front desk | Réception hôtelière
    Sustainable tourism | Tourisme durable
    Conference hosting | Accueil de congrès
    Menu planning | Conception de menus`),
}
