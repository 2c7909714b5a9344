// The lines of a card that say who a person is. What a version has no place for goes to the extensions that other programs know (Apple's),
// and only where there is none to `X-ENTREGENT-…`.
import type { ContactDraft, DateDraft, PartialDate, PhotoDraft, RelationDraft } from '../draft.ts'
import { labelGroup, type Pen, uriText, write, writeText } from './pen.ts'
import { escapeText } from './values.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** 4.0 writes days in ISO 8601's basic form, 3.0 in its extended one; both leave out what is not known. */
export function dateText({ year, month, day }: PartialDate, version: '3.0' | '4.0'): string {
  const dash = version === '3.0' ? '-' : ''
  if (year === undefined) return month === undefined ? `---${two(day ?? 0)}` : `--${two(month)}${day === undefined ? '' : dash + two(day)}`
  const fullYear = String(year).padStart(4, '0')
  if (month === undefined) return fullYear
  return day === undefined ? `${fullYear}-${two(month)}` : `${fullYear}${dash}${two(month)}${dash}${two(day)}`
}

/** A card must have a whole name: where there is none, what stands in for it is marked so (RFC 9554), and not read as one. */
function nameLines(pen: Pen, draft: ContactDraft): void {
  const { name, emails, organizations, phones } = draft
  const derived = emails[0]?.address ?? organizations[0]?.name ?? phones[0]?.number ?? '?'
  write(pen, '', 'FN', name.full === '' ? [['DERIVED', 'TRUE']] : [], escapeText(name.full || derived))
  const parts = [name.family, name.given, name.middle, name.prefix, name.suffix].map((part) => escapeText(part ?? ''))
  if (pen.version === '3.0' || parts.some((part) => part !== '')) write(pen, '', 'N', [], parts.join(';'))
  writeText(pen, 'NICKNAME', name.nickname)
  writeText(pen, 'X-MAIDENNAME', name.maiden)
  writeText(pen, 'X-PHONETIC-FIRST-NAME', name.phoneticGiven)
  writeText(pen, 'X-PHONETIC-LAST-NAME', name.phoneticFamily)
}

/** Several organizations are told apart by groups; `apart` when there is another one already. */
export function organizationLines(pen: Pen, organizations: ContactDraft['organizations'], apart = false): void {
  for (const { name, department, title, role, location } of organizations) {
    const group = apart || organizations.length > 1 ? pen.nextGroup() : ''
    if (name !== undefined || department !== undefined) {
      write(pen, group, 'ORG', [], [name ?? '', ...(department?.split(' / ') ?? [])].map(escapeText).join(';'))
    }
    if (title !== undefined) write(pen, group, 'TITLE', [], escapeText(title))
    if (role !== undefined) write(pen, group, 'ROLE', [], escapeText(role))
    if (location !== undefined) write(pen, group, 'X-ENTREGENT-WORKPLACE', [], escapeText(location))
  }
}

function dateLines(pen: Pen, dates: readonly DateDraft[]): void {
  let hasBirthday = false
  for (const { kind, label, date } of dates) {
    const text = dateText(date, pen.version)
    if (kind === 'birthday') {
      write(pen, labelGroup(pen, label), hasBirthday ? 'X-ENTREGENT-BDAY' : 'BDAY', [], text)
      hasBirthday = true
    } else if (kind === 'anniversary') {
      const isNative = pen.version === '4.0' || label !== undefined
      const group = isNative ? labelGroup(pen, label) : labelGroup(pen, '_$!<Anniversary>!$_')
      write(pen, group, pen.version === '4.0' ? 'ANNIVERSARY' : isNative ? 'X-ANNIVERSARY' : 'X-ABDATE', [], text)
    } else write(pen, labelGroup(pen, label ?? '_$!<Other>!$_'), 'X-ABDATE', [], text)
  }
}

const appleWords: Readonly<Record<RelationDraft['kind'], string>> = {
  spouse: 'Spouse',
  child: 'Child',
  parent: 'Parent',
  sibling: 'Sibling',
  assistant: 'Assistant',
  manager: 'Manager',
  'referred-by': 'ReferredBy',
  friend: 'Friend',
  partner: 'Partner',
  other: 'Other',
}
const registeredTypes: Readonly<Partial<Record<RelationDraft['kind'], string>>> = {
  assistant: 'agent',
  manager: 'x-manager',
  'referred-by': 'x-referred-by',
  partner: 'x-partner',
}

function relationLines(pen: Pen, relations: readonly RelationDraft[]): void {
  for (const { kind, label, name } of relations) {
    const type = kind === 'other' ? undefined : (registeredTypes[kind] ?? kind)
    if (pen.version === '4.0')
      write(
        pen,
        labelGroup(pen, label),
        'RELATED',
        [
          ['VALUE', 'text'],
          ['TYPE', type],
        ],
        escapeText(name),
      )
    else {
      const group = labelGroup(pen, label ?? `_$!<${appleWords[kind]}>!$_`)
      write(pen, group, 'X-ABRELATEDNAMES', [['TYPE', label === undefined ? undefined : type]], escapeText(name))
    }
  }
}

function photoLine(pen: Pen, photo: PhotoDraft): void {
  if ('url' in photo) write(pen, '', 'PHOTO', [['VALUE', pen.version === '3.0' ? 'uri' : undefined]], uriText(photo.url))
  else if (pen.version === '4.0') write(pen, '', 'PHOTO', [], `data:${photo.mediaType};base64,${photo.base64}`)
  else {
    const image = /^image\/([a-z0-9.+-]+)$/.exec(photo.mediaType)?.[1]
    const type = image === undefined ? (['MEDIATYPE', photo.mediaType] as const) : (['TYPE', image.toUpperCase()] as const)
    write(pen, '', 'PHOTO', [['ENCODING', 'b'], type], photo.base64)
  }
}

function kindLine(pen: Pen, kind: ContactDraft['kind']): void {
  if (kind === 'company') write(pen, '', pen.version === '4.0' ? 'KIND' : 'X-ABSHOWAS', [], pen.version === '4.0' ? 'org' : 'COMPANY')
  if (kind === 'group') write(pen, '', pen.version === '4.0' ? 'KIND' : 'X-ADDRESSBOOKSERVER-KIND', [], 'group')
}

/** `isGenderKept`: an unknown line holds the sex whole, so it is not said twice. */
export function personLines(pen: Pen, draft: ContactDraft, isGenderKept: boolean): void {
  kindLine(pen, draft.kind)
  nameLines(pen, draft)
  organizationLines(pen, draft.organizations)
  dateLines(pen, draft.dates)
  relationLines(pen, draft.relations)
  for (const note of draft.notes) writeText(pen, 'NOTE', note)
  if (draft.categories.length > 0) write(pen, '', 'CATEGORIES', [], draft.categories.map(escapeText).join(','))
  if (draft.photo !== undefined) photoLine(pen, draft.photo)
  if (draft.gender !== undefined && !isGenderKept) {
    const letter = /^[MFONU]$/.test(draft.gender)
    write(
      pen,
      '',
      pen.version === '4.0' ? 'GENDER' : 'X-GENDER',
      [],
      (letter || pen.version === '3.0' ? '' : ';') + escapeText(draft.gender),
    )
  }
  writeText(pen, 'LANG', draft.language)
  if (draft.connectedOn !== undefined) write(pen, '', 'X-ENTREGENT-CONNECTED-ON', [], dateText(draft.connectedOn, pen.version))
  if (draft.uid !== undefined) write(pen, '', 'UID', [], uriText(draft.uid))
}
