// Drafts as a file of cards: UTF-8, CRLF, folded by bytes. What was read from a card and not understood goes back as it was.
import type { ContactDraft } from '../draft.ts'
import { foldLine } from './fold.ts'
import { linesOf } from './lines.ts'
import type { WrittenVersion } from './pen.ts'

/** Escaping left no line end; whatever a draft holds, none begins a line of its own. */
const oneLine = (line: string) => (/[\r\n]/.test(line) ? line.replace(/[\r\n]+/g, ' ') : line)

/**
 * The cards of drafts, in their order. Reading them again gives the same drafts (`source` and, of `name`, what a reader composes excepted).
 *
 * Neither version holds natively, and these are written as extensions that Apple and Google know: labels (X-ABLabel), days that are
 * neither birthday nor anniversary (X-ABDATE), maiden and phonetic names (X-MAIDENNAME, X-PHONETIC-…), instant messaging by service
 * (IMPP;X-SERVICE-TYPE), social profiles and the LinkedIn identity (X-SOCIALPROFILE). 3.0 moreover: relations (X-ABRELATEDNAMES),
 * anniversary (X-ABDATE), sex (X-GENDER), company or group (X-ABSHOWAS, X-ADDRESSBOOKSERVER-KIND). Nobody has a place for these, so they
 * are ours: a second birthday (X-ENTREGENT-BDAY), the day of connecting (X-ENTREGENT-CONNECTED-ON), where an organization is
 * (X-ENTREGENT-WORKPLACE), the international form of a number written without its country (parameter X-ENTREGENT-E164), and unknown fields
 * of other formats (X-ENTREGENT-UNKNOWN;NAME=…). Of a property that was understood, parameters that no field holds (PID, SORT-AS,
 * LANGUAGE) are not kept.
 */
export function writeVcards(drafts: Iterable<ContactDraft>, options: { readonly version: WrittenVersion }): Uint8Array {
  const parts: string[] = []
  for (const draft of drafts) {
    parts.push(`BEGIN:VCARD\r\nVERSION:${options.version}\r\n`)
    for (const { head, value } of linesOf(draft, options.version)) parts.push(foldLine(oneLine(`${head}:${value}`)))
    parts.push('END:VCARD\r\n')
  }
  return new TextEncoder().encode(parts.join(''))
}
