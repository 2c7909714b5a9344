// The words around a name in the languages of Western European address books and a few others: honorifics, suffixes, particles.
// Written as `wordKey` folds them: lower case, without accents, full stops and hyphens as blanks. Forms of several words are one text.

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[|\n]/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )

/** Before a name. With one word after it, that word is the family's ("Mme Martin") unless the honorific is in `givenHonorifics`. */
export const honorifics: ReadonlySet<string> = wordSet(`
  m | mr | mm | monsieur | messieurs | mme | mmes | madame | mesdames | mlle | mlles | mademoiselle | melle | me | mes | maitre | dr
  drs | docteur | docteure | pr | prof | professeur | professeure | mgr | monseigneur | abbe | pere | soeur | frere | general
  colonel | commandant | commandante | capitaine | lieutenant | adjudant | m et mme | mr et mme | monsieur et madame | mme et m
  m ou mme | monsieur le professeur | madame la professeure | monsieur le docteur | madame la docteure | monsieur le president
  madame la presidente | monsieur le maire | madame la maire | vve | veuve | mister | mrs | ms | miss | mx | doctor | professor | sir
  dame | lady | lord | rev | reverend | the rev | the hon | hon | father | fr | sister | brother | capt | captain | col | cpt | gen
  maj | major | lt | lt col | sgt | sergeant | cmdr | adm | admiral | rabbi | imam | judge | justice | mr and mrs | mr & mrs
  dr and mrs | m & mme | mr et mrs | herr | herrn | frau | fraulein | hr | frl | dipl ing | dipl kfm | dipl kffr | dipl inf
  dipl phys | dipl psych | dipl chem | dipl math | dipl betrw | dipl | ing | mag | dr med | dr phil | dr jur | dr ing | dr rer nat
  dr rer pol | dr h c | dr iur | dr med dent | dr med vet | prof em | univ prof | pd | pd dr | ra | rain | pfarrer | senor | senora
  senorita | sr | sra | srta | dona | dna | don | dª | dra | doctora | profa | lic | licda | arq | abg | ingo | inga | sig | sigra
  signor | signore | signora | sig ra | signa | sig na | signorina | dott | dottor | dottore | dottssa | dott ssa | dottoressa | avv
  arch | geom | rag | prof ssa | profssa | on | cav | egr | egr sig | gentma | spett | gent sig ra | senhor | senhora | sr dr
  sra dra | exmo | exma | exmo sr | exma sra | eng | engª | engo | profª | dom | dhr | de heer | heer | mevr | mevrouw | mw | mej
  mejuffrouw | ir | jhr | jkvr | ds | fam | familie | famille | family | г н | г жа | господин | госпожа | д р | проф | κ | κος | κα
  κυριος | κυρια | δρ | د | أ | السيد | السيدة | الأستاذ | الأستاذة | الدكتور | الدكتورة | أستاذ | م | ד"ר | דר | ד״ר | מר | גב' | גב׳
  גברת | עו"ד | עו״ד | פרופ' | פרופ׳ | פרופסור | הרב`)

/** Honorifics that go before a given name: "Sir Paul", "Père Luc", "Doña Ana". */
export const givenHonorifics: ReadonlySet<string> = wordSet(`
  sir | dame | lady | don | dona | dna | dª | dom | pere | soeur | frere | father | sister | brother | fr | abbe`)

/** Honorifics that are common names or words as well: they count only with at least two words after them. */
export const doubtfulHonorifics: ReadonlySet<string> = wordSet(`
  don | dom | dona | fr | on | eng | arch | mag | gen | col | lord | lady | dame | judge | justice | major | general | ra | pd | ing
  hon | ir | ds | heer | rag | cav | mm | rain | inga | ingo | rabbi | imam | brother | sister | frere | abbe | lic | d | م | أ | د
  κ`)

/** After a name: generations, degrees, professions. */
export const suffixes: ReadonlySet<string> = wordSet(`
  jr | junior | sr | senior | ii | iii | iv | vi | vii | viii | 2nd | 3rd | 4th | fils | pere | aine | cadet | jun | sen | filho
  neto | sobrinho | phd | ph d | md | m d | dds | dmd | do | dvm | jd | llm | llb | lld | mba | emba | ma | msc | bsc | ba | bs | ms
  meng | beng | mph | mpa | dba | edd | pharmd | psyd | esq | esquire | cpa | cfa | cma | cga | fca | aca | acca | pe | peng | p eng
  pmp | csm | cissp | cisa | cism | rn | np | shrm cp | phr | sphr | six sigma | itil | cscp | crha | adm a | ing | eng | fcpa
  cpa auditor | obe | mbe | cbe | kbe | om | qc | kc | mp | msp | frs | frcs | facs | faia | aia | leed ap | ret | usn | usmc | sj
  s j | op | osb | ofm | hdr | dea | dess | med | bed | mfa | bfa | mres | mphil | dphil | d phil | dsc | ll m | m a | b a | m sc
  b sc | dipl ing | eth`)

/** Suffixes that tell people of one family apart; see duplicates.ts. */
export const generations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    junior: 'jr junior jun fils filho cadet',
    senior: 'sr senior sen pere aine',
    '2': 'ii 2nd',
    '3': 'iii 3rd',
    '4': 'iv 4th',
    '6': 'vi',
    '7': 'vii',
    '8': 'viii',
    neto: 'neto',
    sobrinho: 'sobrinho',
  }).flatMap(([generation, words]) => words.split(' ').map((word) => [word, generation] as const)),
)

/** Suffixes that are words or names of people as well: they count only in capitals or after a comma ("Ma", "Do", "Eng"). */
export const capitalSuffixes: ReadonlySet<string> = wordSet(`
  ma | do | ba | bs | ms | pe | np | om | mp | sj | op | ing | eng | med | bed | eth | dea | qc | kc | ret | dba | ii | iii | iv | vi
  vii | viii`)

/** Suffixes that count only written small, when nothing else than their case tells them from a name: "Alexandre Duval fils". */
export const smallSuffixes: ReadonlySet<string> = wordSet('pere | fils | aine | cadet')

/** Particles that open a family name when written small, wherever after the first word. */
export const particles: ReadonlySet<string> = wordSet(`
  de | du | des | d' | d’ | la | le | les | l' | l’ | von | vom | zu | zum | zur | auf | van | der | den | ter | ten | te | 't | ’t
  's | op | het | di | da | del | della | dello | delle | dei | degli | dal | dalla | dos | das | do | y | i | e | bin | ibn | bint
  bent | ben | bar | abu | abou | el | al | ould | ait | af | av | ap | ab | san | santa | st | saint | sainte | lo | li | mac | mc
  o' | o’ | بن | ابن | بنت | آل | أبو | בן | בר | בת | фон | де | ван | ντε`)

/** Particles that open a family name with a capital as well. */
export const capitalParticles: ReadonlySet<string> = wordSet(`
  de | du | des | la | le | les | d' | d’ | l' | l’ | von | vom | van | der | den | ter | ten | di | del | della | dello | dei | degli
  dal | dalla | dos | das | bin | ibn | bint | ben | bar | abu | abou | el | al | ould | ait | san | santa | st | saint | sainte | mac
  mc | o' | o’`)

/** Words that join two family names: what stands before them belongs to the family as well ("Ortega y Gasset"). */
export const joiners: ReadonlySet<string> = wordSet('y | i | e')

/** A word as the tables above write it. */
export function wordKey(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[.\-\u2010\u2011]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
