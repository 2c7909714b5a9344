// The pen that lines of a card are written with: heads with groups and parameters, values escaped. Folding comes later.
import { escapeParameter, escapeText } from './values.ts'

export type WrittenVersion = '3.0' | '4.0'

export interface Line {
  /** Group, name, parameters. */
  readonly head: string
  /** Escaped. */
  readonly value: string
}

export interface Pen {
  readonly version: WrittenVersion
  readonly lines: Line[]
  /** A group's prefix that nothing else uses: "item3.". */
  nextGroup(): string
}

export type WrittenParameter = readonly [name: string, value: string | readonly string[] | undefined]

/** Adds a line; parameters without a value are left out. `value` must be escaped. */
export function write(pen: Pen, group: string, name: string, parameters: readonly WrittenParameter[], value: string): void {
  let head = group + name
  for (const [key, given] of parameters) {
    const values = typeof given === 'string' ? [given] : (given ?? [])
    if (values.length > 0) head += `;${key}=${values.map(escapeParameter).join(',')}`
  }
  pen.lines.push({ head, value })
}

/** Adds a line of text, escaped here; nothing when there is none. */
export function writeText(pen: Pen, name: string, text: string | undefined): void {
  if (text !== undefined && text !== '') pen.lines.push({ head: name, value: escapeText(text) })
}

/** The group a labelled line needs, its label being written; '' without a label. */
export function labelGroup(pen: Pen, label: string | undefined): string {
  if (label === undefined || label === '') return ''
  const group = pen.nextGroup()
  pen.lines.push({ head: `${group}X-ABLabel`, value: escapeText(label) })
  return group
}

/** A URI's text: its commas and semicolons stay bare. */
export function uriText(uri: string): string {
  return uri.replace(/\\|\r\n?|\n/g, (found) => (found === '\\' ? '\\\\' : '\\n'))
}
