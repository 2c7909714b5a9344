// Cuts a stream of binary text into cards and unfolds their lines. It holds one card at a time, whose size is bounded, and it never gives
// up: a card without its end is told as broken when the next one begins, an END without its BEGIN is a broken card of its own. Nesting
// (AGENT) is a count, not a recursion: the nested card stays one verbatim value of the outer one.

import type { Watch } from '../watch.ts'
import { createUnfolder, type RawLine } from './unfold.ts'

export interface RawCard {
  /** Of its BEGIN, from 1. */
  readonly line: number
  /** As written: "2.1", "3.0", "4.0", or '' when the card does not say. */
  readonly version: string
  readonly lines: readonly RawLine[]
}

export interface Piece {
  readonly fault?: 'broken' | 'too_large'
  /** The file ended inside the card. */
  readonly unfinished?: boolean
  readonly card: RawCard
}

/** A card may be as long as this many of its longest allowed values. */
const cardValues = 4
const lineEnd = /\r*\n|\r/
const begin = /^(?:\xef\xbb\xbf)?BEGIN\s*:\s*VCARD\s*$/i
// An indented one would be the fold of another line.
const end = /^END\s*:\s*VCARD\s*$/i
const agentHead = /^[^:;]{0,64}AGENT/i
const agent = /^(?:[^:;]*\.)?AGENT\s*(?:;[^:]*)?:\s*(BEGIN:VCARD)?\s*$/i

interface Cutter {
  push(text: string): Generator<Piece>
  finish(): Generator<Piece>
}

/** Throws `import_limit` (parts) for a card with more properties than allowed, after the cards before it were given. */
export function createCutter(watch: Watch): Cutter {
  const limit = watch.limits.cellBytes
  let carry: string[] = []
  let carryLength = 0
  let heldReturns = ''
  let lineNumber = 0
  let strayLine = 0
  let card: { line: number; size: number; isTooLarge: boolean; depth: number } | undefined
  let unfolder = createUnfolder(limit)
  const out: Piece[] = []

  function close(fault?: Piece['fault'], unfinished = false): void {
    if (card === undefined) return
    unfolder.flush()
    const problem = fault ?? (card.isTooLarge || unfolder.isTooLarge() ? 'too_large' : undefined)
    const raw: RawCard = { line: card.line, version: unfolder.version(), lines: unfolder.lines }
    out.push({ card: raw, ...(problem === undefined ? {} : { fault: problem }), ...(unfinished ? { unfinished } : {}) })
    card = undefined
    unfolder = createUnfolder(limit)
  }

  function open(): void {
    close('broken')
    card = { line: lineNumber, size: 0, isTooLarge: false, depth: 0 }
    strayLine = 0
  }

  /** A line outside of any card. */
  function feedOutside(line: string): void {
    if (begin.test(line)) open()
    else if (end.test(line)) {
      out.push({ fault: 'broken', card: { line: strayLine === 0 ? lineNumber : strayLine, version: '', lines: [] } })
      strayLine = 0
    } else if (strayLine === 0 && line.includes(':')) strayLine = lineNumber
  }

  /** Takes a BEGIN or an END; answers whether the line was one. */
  function feedBoundary(line: string, nesting: { depth: number }): boolean {
    // Most lines are told apart by their first character alone: B, E or a byte order mark.
    const first = line.charCodeAt(0) | 32
    if ((first === 98 || first === 239) && begin.test(line)) {
      if (unfolder.opensNested()) {
        nesting.depth++
        unfolder.nest(line)
      } else open()
      return true
    }
    if (first !== 101 || !end.test(line)) return false
    if (nesting.depth === 0) close()
    else {
      nesting.depth--
      unfolder.nest(line)
    }
    return true
  }

  function feed(line: string): void {
    lineNumber++
    if (card === undefined) feedOutside(line)
    else if (!feedBoundary(line, card)) {
      card.size += line.length
      if (card.size > limit * cardValues) {
        card.isTooLarge = true
        unfolder.drop()
      } else if (card.depth > 0) {
        unfolder.nest(line)
        if (agent.test(line)) unfolder.expectNested()
      } else {
        unfolder.add(line, lineNumber)
        watch.allow('parts', unfolder.lines.length)
        const opened = agentHead.test(line) ? agent.exec(line) : null
        if (opened?.[1] !== undefined) card.depth++
        else if (opened !== null) unfolder.expectNested()
      }
    }
  }

  function keep(part: string): void {
    // A line without an end is kept up to a little more than the limit, so that it is seen to be too large.
    if (carryLength <= limit) carry.push(part)
    carryLength += part.length
  }

  return {
    *push(chunk) {
      let text = heldReturns + chunk
      heldReturns = ''
      if (text.endsWith('\r')) {
        const kept = text.replace(/\r+$/, '')
        heldReturns = text.slice(kept.length, kept.length + 8)
        text = kept
      }
      const lines = text.split(lineEnd)
      for (let at = 0; at < lines.length - 1; at++) {
        keep(lines[at] ?? '')
        feed(carry.length === 1 ? (carry[0] ?? '') : carry.join(''))
        carry = []
        carryLength = 0
        if (out.length > 0) yield* out.splice(0)
      }
      keep(lines.at(-1) ?? '')
    },
    *finish() {
      if (carryLength > 0) feed(carry.join(''))
      close('broken', true)
      yield* out.splice(0)
    },
  }
}
