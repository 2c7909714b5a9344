// What a file tells about a person, whatever the format: every reader ends here and every writer begins here. Nothing is lost: what has no
// place of its own stays verbatim in `unknown`, so that a card written back in its own format holds it again.
// Texts are kept as they were written (trimmed, control and bidi characters taken out); comparing is done on folded copies, elsewhere.

/** The formats that hold contacts, by what their content is, never by a file's name. */
export type ContactFormat =
  | 'outlook-csv'
  | 'outlook-com-csv'
  | 'windows-mail-csv'
  | 'outlook-express-csv'
  | 'google-csv'
  | 'yahoo-csv'
  | 'thunderbird-csv'
  | 'linkedin-csv'
  | 'linkedin-archive'
  | 'unknown-csv'
  | 'ldif'
  | 'vcard'
  | 'jcard'
  | 'hcard'
  | 'json-resume'

/** Where a value belongs in a person's life; `other` may carry the file's own label beside it. */
export type Place = 'work' | 'home' | 'other'

export interface PersonName {
  /** The whole name as shown by the source; empty only when the source gives neither parts nor a whole. */
  readonly full: string
  readonly given?: string
  /** Second and further given names. */
  readonly middle?: string
  /** With its particle: "de la Tour", "van der Berg". */
  readonly family?: string
  /** "M.", "Mme", "Dr", "Prof." */
  readonly prefix?: string
  /** "Jr", "III", "PhD". */
  readonly suffix?: string
  readonly nickname?: string
  readonly maiden?: string
  readonly phoneticGiven?: string
  readonly phoneticFamily?: string
}

export interface EmailDraft {
  /** As written; compare with `comparableEmail`. */
  readonly address: string
  readonly place: Place
  /** The file's own word for it, when it is none of the places. */
  readonly label?: string
  readonly preferred?: boolean
}

export type PhoneKind = 'voice' | 'mobile' | 'fax' | 'pager' | 'car' | 'telex' | 'tty'

export interface PhoneDraft {
  /** As written, without the extension. */
  readonly number: string
  /** E.164 ("+33142685300") when the number is valid for its country or the default one. */
  readonly e164?: string
  readonly extension?: string
  readonly place: Place
  readonly kind: PhoneKind
  readonly label?: string
  readonly preferred?: boolean
}

export interface AddressDraft {
  readonly place: Place
  readonly label?: string
  /** Lines of the street, joined by a line feed. */
  readonly street?: string
  /** Floor, building, apartment. */
  readonly extended?: string
  readonly postBox?: string
  readonly city?: string
  readonly region?: string
  readonly postalCode?: string
  /** As written. */
  readonly country?: string
  /** The whole address as one text, when the source gives only that. */
  readonly formatted?: string
}

export interface OrganizationDraft {
  readonly name?: string
  /** Smaller units joined by " / ". */
  readonly department?: string
  readonly title?: string
  /** What the person does there beyond the title (vCard ROLE, Outlook Profession). */
  readonly role?: string
  /** Where it is, as written: an office, a town. */
  readonly location?: string
}

export type UrlKind = 'profile' | 'work' | 'home' | 'blog' | 'portfolio' | 'company' | 'feed' | 'calendar' | 'other'

export interface UrlDraft {
  readonly url: string
  readonly kind: UrlKind
  readonly label?: string
}

/** An instant-messaging or social account that is not a URL. */
export interface HandleDraft {
  /** Lower case: "skype", "twitter", "xmpp", "telegram" … or "other". */
  readonly service: string
  readonly handle: string
}

/** Parts that the source does not give are absent: a birthday without its year, a year alone. Months and days count from 1. */
export interface PartialDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

export interface DateDraft {
  readonly kind: 'birthday' | 'anniversary' | 'other'
  readonly label?: string
  readonly date: PartialDate
}

export interface RelationDraft {
  readonly kind: 'spouse' | 'child' | 'parent' | 'sibling' | 'assistant' | 'manager' | 'referred-by' | 'friend' | 'partner' | 'other'
  readonly label?: string
  readonly name: string
}

export type PhotoDraft = { readonly mediaType: string; readonly base64: string } | { readonly url: string }

/** One line, cell or member of the source that has no place here, kept as it was. */
export interface UnknownField {
  /** The column's header, the property's name with its group and parameters, the attribute. */
  readonly name: string
  readonly value: string
}

export interface DraftSource {
  readonly format: ContactFormat
  /** In an archive, the entry's path. */
  readonly entry?: string
  /** Line where the record begins, from 1, of the decoded text; for a JSON document the record's number. */
  readonly line: number
}

/** One person, as one record of a file tells. Absent lists are empty lists. */
export interface ContactDraft {
  readonly kind: 'person' | 'company' | 'group'
  readonly name: PersonName
  readonly emails: readonly EmailDraft[]
  readonly phones: readonly PhoneDraft[]
  readonly addresses: readonly AddressDraft[]
  readonly organizations: readonly OrganizationDraft[]
  readonly urls: readonly UrlDraft[]
  readonly handles: readonly HandleDraft[]
  readonly dates: readonly DateDraft[]
  readonly relations: readonly RelationDraft[]
  readonly notes: readonly string[]
  readonly categories: readonly string[]
  readonly photo?: PhotoDraft
  readonly gender?: string
  /** BCP 47, or as written when it is none. */
  readonly language?: string
  /** The member's identity on LinkedIn, comparable: "in/zoe-martin-4a2b"; lower case, percent-decoded, without scheme, host, slash or query. */
  readonly linkedIn?: string
  /** The day the two became connected there. */
  readonly connectedOn?: PartialDate
  /** The source's own lasting id of the record. */
  readonly uid?: string
  readonly unknown: readonly UnknownField[]
  readonly source: DraftSource
}

/** A month of a career; the month is absent when only the year is told. */
export interface Period {
  readonly from?: PartialDate
  /** Absent with `from`: it goes on, or nobody said. */
  readonly to?: PartialDate
}

export interface PositionDraft extends Period {
  readonly organization: string
  readonly title: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
}

export interface EducationDraft extends Period {
  readonly school: string
  readonly degree?: string
  readonly field?: string
  readonly activities?: string
  readonly notes?: string
  readonly url?: string
}

export interface ProfileDraft {
  readonly name: PersonName
  readonly headline?: string
  readonly summary?: string
  readonly industry?: string
  readonly location?: string
  readonly birthday?: PartialDate
  readonly emails: readonly EmailDraft[]
  readonly phones: readonly PhoneDraft[]
  readonly urls: readonly UrlDraft[]
  readonly handles: readonly HandleDraft[]
  readonly positions: readonly PositionDraft[]
  readonly education: readonly EducationDraft[]
  readonly skills: readonly string[]
  /** `level` by the Interagency scale that LinkedIn words: 1 elementary to 5 native; absent when not told or not understood. */
  readonly languages: readonly { readonly name: string; readonly level?: 1 | 2 | 3 | 4 | 5; readonly wording?: string }[]
  readonly certifications: readonly (Period & {
    readonly name: string
    readonly authority?: string
    readonly url?: string
    readonly license?: string
  })[]
  readonly volunteering: readonly (Period & {
    readonly organization: string
    readonly role: string
    readonly cause?: string
    readonly description?: string
    readonly url?: string
  })[]
  readonly projects: readonly (Period & { readonly title: string; readonly description?: string; readonly url?: string })[]
  readonly honors: readonly {
    readonly title: string
    readonly description?: string
    readonly issuer?: string
    readonly issuedOn?: PartialDate
  }[]
  readonly publications: readonly {
    readonly name: string
    readonly publisher?: string
    readonly url?: string
    readonly description?: string
    readonly publishedOn?: PartialDate
  }[]
  readonly recommendations: readonly {
    readonly direction: 'received' | 'given'
    readonly name: string
    readonly organization?: string
    readonly title?: string
    readonly text: string
    readonly writtenOn?: PartialDate
  }[]
  /** Further languages' texts of the same profile, by locale ("fr-FR"). */
  readonly translations: Readonly<Record<string, { readonly headline?: string; readonly summary?: string }>>
  readonly photo?: PhotoDraft
  readonly linkedIn?: string
  readonly unknown: readonly UnknownField[]
  readonly source: DraftSource
}

/** A draft of nothing, to be spread under what a reader found. */
export function emptyContact(source: DraftSource): ContactDraft {
  return {
    kind: 'person',
    name: { full: '' },
    emails: [],
    phones: [],
    addresses: [],
    organizations: [],
    urls: [],
    handles: [],
    dates: [],
    relations: [],
    notes: [],
    categories: [],
    unknown: [],
    source,
  }
}

/** A profile of nothing, to be spread under what a reader found. */
export function emptyProfile(source: DraftSource): ProfileDraft {
  return {
    name: { full: '' },
    emails: [],
    phones: [],
    urls: [],
    handles: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
    certifications: [],
    volunteering: [],
    projects: [],
    honors: [],
    publications: [],
    recommendations: [],
    translations: {},
    unknown: [],
    source,
  }
}
