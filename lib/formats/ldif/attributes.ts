// What each attribute of a directory means, as the property of a card that says the same: inetOrgPerson (RFC 2798, 4519), Mozilla's schema
// and Active Directory's names. Addresses and Mozilla's three-part birthday need several attributes and are gathered in properties.ts.

interface AttributeMeaning {
  readonly property: string
  readonly types: readonly string[]
}

const meaning = (property: string, ...types: string[]): AttributeMeaning => ({ property, types })

export const attributeMeanings: ReadonlyMap<string, AttributeMeaning> = new Map([
  ['mozillanickname', meaning('NICKNAME')],
  ['xmozillanickname', meaning('NICKNAME')],
  ['mail', meaning('EMAIL')],
  ['rfc822mailbox', meaning('EMAIL')],
  ['mozillasecondemail', meaning('EMAIL')],
  ['xmozillasecondemail', meaning('EMAIL')],
  ['mailalternateaddress', meaning('EMAIL')],
  ['telephonenumber', meaning('TEL', 'work', 'voice')],
  ['phone', meaning('TEL', 'work', 'voice')],
  ['homephone', meaning('TEL', 'home', 'voice')],
  ['hometelephonenumber', meaning('TEL', 'home', 'voice')],
  ['otherhomephone', meaning('TEL', 'home', 'voice')],
  ['othertelephone', meaning('TEL', 'work', 'voice')],
  ['mobile', meaning('TEL', 'cell')],
  ['mobiletelephonenumber', meaning('TEL', 'cell')],
  ['cellphone', meaning('TEL', 'cell')],
  ['othermobile', meaning('TEL', 'cell')],
  ['facsimiletelephonenumber', meaning('TEL', 'work', 'fax')],
  ['fax', meaning('TEL', 'work', 'fax')],
  ['otherfacsimiletelephonenumber', meaning('TEL', 'fax')],
  ['homefax', meaning('TEL', 'home', 'fax')],
  ['pager', meaning('TEL', 'pager')],
  ['pagerphone', meaning('TEL', 'pager')],
  ['pagertelephonenumber', meaning('TEL', 'pager')],
  ['carphone', meaning('TEL', 'car')],
  ['telexnumber', meaning('TEL', 'work', 'telex')],
  ['title', meaning('TITLE')],
  ['physicaldeliveryofficename', meaning('X-ENTREGENT-WORKPLACE')],
  ['mozillaworkurl', meaning('URL', 'work')],
  ['workurl', meaning('URL', 'work')],
  ['mozillahomeurl', meaning('URL', 'home')],
  ['homeurl', meaning('URL', 'home')],
  ['wwwhomepage', meaning('URL')],
  ['url', meaning('URL')],
  ['description', meaning('NOTE')],
  ['comment', meaning('NOTE')],
  ['info', meaning('NOTE')],
  ['notes', meaning('NOTE')],
  ['preferredlanguage', meaning('LANG')],
  ['nsaimid', meaning('X-AIM')],
  ['nscpaimscreenname', meaning('X-AIM')],
  ['aimscreenname', meaning('X-AIM')],
  ['schacdateofbirth', meaning('BDAY')],
  ['dateofbirth', meaning('BDAY')],
])

/** Attributes that make the parts of one name. */
export const nameParts: ReadonlyMap<string, number> = new Map([
  ['sn', 0],
  ['surname', 0],
  ['givenname', 1],
  ['gn', 1],
  ['middlename', 2],
  ['personaltitle', 3],
  ['generationqualifier', 4],
])

/** Attributes that make the parts of one address: its place and the component of ADR (7 and 8 are the street's second and third line). */
export const addressParts: ReadonlyMap<string, readonly ['work' | 'home', number]> = new Map([
  ['postofficebox', ['work', 0]],
  ['street', ['work', 2]],
  ['streetaddress', ['work', 2]],
  ['mozillaworkstreet2', ['work', 7]],
  ['l', ['work', 3]],
  ['localityname', ['work', 3]],
  ['locality', ['work', 3]],
  ['st', ['work', 4]],
  ['stateorprovincename', ['work', 4]],
  ['region', ['work', 4]],
  ['postalcode', ['work', 5]],
  ['zip', ['work', 5]],
  ['co', ['work', 6]],
  ['c', ['work', 6]],
  ['countryname', ['work', 6]],
  ['postaladdress', ['work', 9]],
  ['mozillahomestreet', ['home', 2]],
  ['mozillahomestreet2', ['home', 7]],
  ['mozillahomelocalityname', ['home', 3]],
  ['mozillahomestate', ['home', 4]],
  ['mozillahomepostalcode', ['home', 5]],
  ['mozillahomecountryname', ['home', 6]],
  ['homepostaladdress', ['home', 9]],
])

/** What says nothing about a person and is written anew. */
export const plainClasses: ReadonlySet<string> = new Set([
  'top',
  'person',
  'organizationalperson',
  'inetorgperson',
  'mozillaabpersonalpha',
  'mozillaabpersonobsolete',
])

export const groupClasses: ReadonlySet<string> = new Set([
  'groupofnames',
  'groupofuniquenames',
  'groupofmembers',
  'groupofurls',
  'group',
  'posixgroup',
  'mailgroup',
  'rfc822mailgroup',
  'mailinglist',
])

/** Branches of the tree: nobody's entry. */
export const branchClasses: ReadonlySet<string> = new Set([
  'organizationalunit',
  'organization',
  'dcobject',
  'domain',
  'locality',
  'country',
  'container',
])
