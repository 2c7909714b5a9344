// The lines of a card that say how a person is reached. A label that is no TYPE word is written Apple's way, which Google reads as well.
import type { AddressDraft, ContactDraft, EmailDraft, HandleDraft, PhoneDraft, UrlDraft } from '../draft.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parsePhone } from '../people/phones.ts'
import { labelGroup, type Pen, uriText, type WrittenParameter, write } from './pen.ts'
import { escapeText } from './values.ts'

/** TYPE and PREF: a version's own manner of saying that one is preferred. */
function typed(pen: Pen, types: readonly (string | undefined)[], preferred: boolean | undefined): WrittenParameter[] {
  const words = types.filter((type) => type !== undefined)
  if (preferred === true && pen.version === '3.0') words.push('pref')
  return [
    ['TYPE', words],
    ['PREF', preferred === true && pen.version === '4.0' ? '1' : undefined],
  ]
}

const placeWord = (place: 'work' | 'home' | 'other') => (place === 'other' ? undefined : place)

function emailLine(pen: Pen, { address, place, label, preferred }: EmailDraft): void {
  write(pen, labelGroup(pen, label), 'EMAIL', typed(pen, [placeWord(place)], preferred), escapeText(address))
}

const phoneWords: Readonly<Record<PhoneDraft['kind'], string>> = {
  voice: 'voice',
  mobile: 'cell',
  fax: 'fax',
  pager: 'pager',
  car: 'car',
  telex: 'x-telex',
  tty: 'textphone',
}

function phoneLine(pen: Pen, { number, e164, extension, place, kind, label, preferred }: PhoneDraft): void {
  const types = typed(pen, [placeWord(place), phoneWords[kind]], preferred)
  const isTold = e164 === undefined || parsePhone(number).e164 === e164
  const value = extension === undefined ? number : `${number} ext. ${extension}`
  write(pen, labelGroup(pen, label), 'TEL', [...types, ['X-ENTREGENT-E164', isTold ? undefined : e164]], escapeText(value))
}

function addressLines(pen: Pen, { place, label, formatted, ...parts }: AddressDraft): void {
  const { postBox, extended, street, city, region, postalCode, country } = parts
  const value = [postBox, extended, street, city, region, postalCode, country].map((part) => escapeText(part ?? '')).join(';')
  const types = typed(pen, [placeWord(place)], undefined)
  if (pen.version === '4.0') {
    // RFC 6350 writes the line feeds of a LABEL as `\n`, so a backslash is doubled there.
    const text = formatted?.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
    write(pen, labelGroup(pen, label), 'ADR', [...types, ['LABEL', text]], value)
  } else {
    const group = labelGroup(pen, label) || (formatted === undefined ? '' : pen.nextGroup())
    write(pen, group, 'ADR', types, value)
    if (formatted !== undefined) write(pen, group, 'LABEL', types, escapeText(formatted))
  }
}

/** A LinkedIn address in its shortest form is what `linkedIn` alone is written as, so a URL like it is written as a plain URL. */
function urlLine(pen: Pen, { url, kind, label }: UrlDraft): void {
  const value = uriText(url)
  const isService = kind === 'profile' && label !== undefined && /^[a-z0-9]+$/.test(label) && /^https?:/i.test(url)
  if (kind === 'calendar') write(pen, labelGroup(pen, label), 'CALURI', [], value)
  else if (isService && linkedInIdentity(url) === undefined) write(pen, '', 'X-SOCIALPROFILE', [['TYPE', label]], value)
  else write(pen, labelGroup(pen, label), 'URL', [['TYPE', kind === 'other' ? undefined : kind]], value)
}

function handleLine(pen: Pen, { service, handle }: HandleDraft): void {
  const scheme = /^[a-z][a-z0-9+.-]*$/.test(service) && service !== 'other' ? service : 'x-apple'
  const path = encodeURIComponent(handle).replaceAll('%40', '@').replaceAll('%2B', '+')
  write(pen, '', 'IMPP', [['X-SERVICE-TYPE', service]], `${scheme}:${path}`)
}

export function reachLines(pen: Pen, draft: ContactDraft): void {
  for (const email of draft.emails) emailLine(pen, email)
  for (const phone of draft.phones) phoneLine(pen, phone)
  for (const address of draft.addresses) addressLines(pen, address)
  const first = draft.urls.map(({ url }) => linkedInIdentity(url)).find((identity) => identity !== undefined)
  if (draft.linkedIn !== undefined && first !== draft.linkedIn) {
    write(pen, '', 'X-SOCIALPROFILE', [['TYPE', 'linkedin']], `https://www.linkedin.com/${draft.linkedIn}`)
  }
  for (const url of draft.urls) urlLine(pen, url)
  for (const handle of draft.handles) handleLine(pen, handle)
}
