// A draft as the unfolded lines of one card, for 3.0 and 4.0: what each field becomes, beside what the version has no place for.
// Groups ("item1.") bind a label, an address's delivery label or an organization's parts together; numbers that unknown lines use are left.
import type { ContactDraft } from '../draft.ts'
import type { Line, Pen, WrittenVersion } from './pen.ts'
import { personLines } from './person-lines.ts'
import { reachLines } from './reach-lines.ts'
import { escapeParameter, escapeText } from './values.ts'

const nameOf = (head: string) => /^(?:[^;]*\.)?([^;.]*)/.exec(head)?.[1]?.toUpperCase() ?? ''

/** Unknown lines of a card go back as they were, but for a charset that is no longer theirs; other formats' fields are wrapped. */
function unknownLine(name: string, value: string, isCard: boolean): Line {
  const flat = value.replaceAll('\r', '')
  if (!isCard || !/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:;(?:[^":\n\r]|"[^"\n\r]*")*)?$/.test(name)) {
    return { head: `X-ENTREGENT-UNKNOWN;NAME=${escapeParameter(name.replaceAll('\r', ''))}`, value: escapeText(flat) }
  }
  const head = /[^\x00-\x7f]/.test(value) ? name.replace(/;CHARSET=[^;]*/i, '') : name
  return { head, value: flat.includes('\n') ? escapeText(flat) : flat }
}

/** The first of our lines is an alternative of the unknown ones with the same ALTID. */
function withAlternatives(lines: readonly Line[], unknown: readonly Line[]): Line[] {
  const alternatives = new Map<string, string>()
  for (const { head } of unknown) {
    const alternative = /;ALTID=([^;]*)/i.exec(head)?.[0]
    if (alternative !== undefined) alternatives.set(nameOf(head), alternative)
  }
  if (alternatives.size === 0) return [...lines]
  return lines.map((line) => {
    const name = nameOf(line.head)
    const alternative = alternatives.get(name)
    alternatives.delete(name)
    return alternative === undefined ? line : { ...line, head: line.head + alternative }
  })
}

/** The lines between VERSION and END. */
export function linesOf(draft: ContactDraft, version: WrittenVersion): Line[] {
  const isCard = draft.source.format === 'vcard' || draft.source.format === 'jcard'
  const unknown = draft.unknown.map(({ name, value }) => unknownLine(name, value, isCard))
  let last = 0
  for (const { head } of unknown) last = Math.max(last, Number(/^item(\d{1,6})\./i.exec(head)?.[1] ?? 0))
  const pen: Pen = { version, lines: [], nextGroup: () => `item${++last}.` }
  personLines(
    pen,
    draft,
    unknown.some(({ head }) => nameOf(head) === 'GENDER'),
  )
  reachLines(pen, draft)
  return [...withAlternatives(pen.lines, unknown), ...unknown]
}
