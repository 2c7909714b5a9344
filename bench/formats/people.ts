// Invented people for files of any length, the same for the same number: what a full address book holds of somebody.
import { type ContactDraft, emptyContact } from '@entregent/lib/formats/draft.ts'
import { parseName } from '@entregent/lib/formats/people/names.ts'

const given = ['Zoé', 'Maïwenn', 'Jürgen', 'Inés', 'Tom', 'Aoife', 'Noël', 'Sanne', 'Gaia', 'Rui']
const family = ['Le Goff', 'de la Tour', 'Weiß', 'Peña', 'O’Hara', 'Kinnear', 'Perrin', 'van der Meer', 'De Luca', 'Falcão']
const titles = ['Ingénieure, réseaux', 'Luthière', 'Directrice', 'Acheteur; acier']

export function* peopleOf(count: number): Generator<ContactDraft> {
  for (let at = 0; at < count; at++) {
    yield {
      ...emptyContact({ format: 'vcard', line: 1 }),
      name: parseName({ given: given[at % 10] ?? '', family: `${family[Math.floor(at / 10) % 10]}` }),
      emails: [
        { address: `personne.${at}@courrier.example`, place: 'work' },
        { address: `p${at}@maison.example`, place: 'home' },
      ],
      phones: [
        { number: `+33 2 35 ${String(at % 100).padStart(2, '0')} 00 01`, place: 'work', kind: 'voice' },
        { number: `+33 6 12 34 ${String(at % 100).padStart(2, '0')} 78`, place: 'other', kind: 'mobile' },
      ],
      addresses: [{ place: 'work', street: `${at % 90} quai du Port\nBât. B`, city: 'Rouen', postalCode: '76000', country: 'France' }],
      organizations: [{ name: `Maison n° ${at % 1700}`, department: 'Réseaux', title: titles[at % 4] ?? '' }],
      urls: [{ url: `https://www.linkedin.com/in/personne-${at}`, kind: 'profile' }],
      dates: [{ kind: 'birthday', date: { year: 1950 + (at % 50), month: 1 + (at % 12), day: 1 + (at % 28) } }],
      notes: [`Rencontrée à Rouen,\ndite "la ${at}e"`],
      linkedIn: `in/personne-${at}`,
    }
  }
}
