// The header rows of the files we write, as Outlook desktop writes them itself in English and in French, and Google in its present form.

const streets = (names: readonly string[], place: (name: string) => string) => names.map(place)

const englishPlace = (place: string) => [
  ...streets(['Street', 'Street 2', 'Street 3', 'City', 'State', 'Postal Code', 'Country/Region'], (name) => `${place} ${name}`),
]
const frenchPlace = (place: string) => [
  `Rue (${place})`,
  `Rue (${place}) 2`,
  `Rue (${place}) 3`,
  `Ville (${place})`,
  `Dép/Région (${place})`,
  `Code postal (${place})`,
  `Pays/Région (${place})`,
]

export const outlookHeaders: Readonly<Record<'en' | 'fr', readonly string[]>> = {
  en: [
    ...['Title', 'First Name', 'Middle Name', 'Last Name', 'Suffix', 'Company', 'Department', 'Job Title'],
    ...['Business', 'Home', 'Other'].flatMap(englishPlace),
    ...[
      "Assistant's Phone",
      'Business Fax',
      'Business Phone',
      'Business Phone 2',
      'Callback',
      'Car Phone',
      'Company Main Phone',
      'Home Fax',
    ],
    ...['Home Phone', 'Home Phone 2', 'ISDN', 'Mobile Phone', 'Other Fax', 'Other Phone', 'Pager', 'Primary Phone', 'Radio Phone'],
    ...['TTY/TDD Phone', 'Telex', 'Account', 'Anniversary', "Assistant's Name", 'Billing Information', 'Birthday'],
    ...['Business Address PO Box', 'Categories', 'Children', 'Directory Server'],
    ...['E-mail Address', 'E-mail Type', 'E-mail Display Name', 'E-mail 2 Address', 'E-mail 2 Type', 'E-mail 2 Display Name'],
    ...['E-mail 3 Address', 'E-mail 3 Type', 'E-mail 3 Display Name', 'Gender', 'Government ID Number', 'Hobby', 'Home Address PO Box'],
    ...['Initials', 'Internet Free Busy', 'Keywords', 'Language', 'Location', "Manager's Name", 'Mileage', 'Notes', 'Office Location'],
    ...['Organizational ID Number', 'Other Address PO Box', 'Priority', 'Private', 'Profession', 'Referred By', 'Sensitivity', 'Spouse'],
    ...['User 1', 'User 2', 'User 3', 'User 4', 'Web Page'],
  ],
  fr: [
    ...['Titre', 'Prénom', 'Deuxième prénom', 'Nom', 'Suffixe', 'Société', 'Service', 'Titre'],
    ...['bureau', 'domicile', 'autre'].flatMap(frenchPlace),
    ...["Téléphone de l'assistant(e)", 'Télécopie (bureau)', 'Téléphone (bureau)', 'Téléphone 2 (bureau)', 'Rappel', 'Téléphone (voiture)'],
    ...['Téléphone société', 'Télécopie (domicile)', 'Téléphone (domicile)', 'Téléphone 2 (domicile)', 'RNIS', 'Tél. mobile'],
    ...['Télécopie (autre)', 'Téléphone (autre)', 'Récepteur de radiomessagerie', 'Téléphone principal', 'Radiotéléphone'],
    ...['Téléphone TDD/TTY', 'Télex', 'Adresse de courrier', 'Type de courrier', "Nom complet de l'adresse de courrier"],
    ...['Adresse de courrier 2', 'Type de courrier 2', "Nom complet de l'adresse de courrier 2"],
    ...['Adresse de courrier 3', 'Type de courrier 3', "Nom complet de l'adresse de courrier 3"],
    ...['Anniversaire', 'Anniversaire de mariage ou fête', 'Autre boîte postale', 'B.P. professionnelle', 'Boîte postale du domicile'],
    ...['Bureau', 'Catégories', 'Compte', 'Conjoint(e)', 'Critère de diffusion', 'Disponibilité Internet', 'Emplacement', 'Enfants'],
    ...['Informations facturation', 'Initiales', 'Kilométrage', 'Langue', 'Mots clés', "Nom de l'assistant(e)", 'Notes'],
    ...['Numéro d’identification d’administration publique', "Numéro d'identification de l'organisation", 'Page web', 'Passe-temps'],
    ...['Priorité', 'Privé', 'Profession', 'Recommandé par', 'Responsable', 'Serveur d’annuaire', 'Sexe'],
    ...['Utilisateur 1', 'Utilisateur 2', 'Utilisateur 3', 'Utilisateur 4'],
  ],
}

/** Google's columns before the numbered ones. */
export const googleHeaders: readonly string[] = [
  ...['First Name', 'Middle Name', 'Last Name', 'Phonetic First Name', 'Phonetic Middle Name', 'Phonetic Last Name', 'Name Prefix'],
  ...['Name Suffix', 'Nickname', 'File As', 'Organization Name', 'Organization Title', 'Organization Department', 'Birthday', 'Notes'],
  ...['Photo', 'Labels'],
]
