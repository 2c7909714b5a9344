// Cuts a stream of JSON text into its cards without holding the whole: a file is one jCard or an array of them, however deep its one card
// is. It counts brackets outside of strings; each card is then parsed on its own.
import { AppError } from '../../base/errors.ts'

const deepest = 64

interface JsonCutter {
  /** The cards' texts that are complete; '' for one longer than the limit. */
  push(text: string): Generator<string>
  /** Throws `file_broken` (truncated) when a bracket is open, (syntax) when there was none. */
  finish(): void
}

/** `limit` is the longest card in characters. Throws `file_broken` with `syntax` or `too_deep`, after the cards before were given. */
export function createJsonCutter(limit: number): JsonCutter {
  let depth = 0
  let quoted = false
  let escaped = false
  let parts: string[] = []
  let length = 0
  /** Depth of the array that is a card: 1 when the first thing in the file's array is the word "vcard", 2 when it is an array. */
  let cardDepth = 0
  let isOver = false

  const broken = (reason: 'syntax' | 'too_deep' | 'truncated') => new AppError('file_broken', { format: 'jcard', reason })

  function keep(part: string): void {
    length += part.length
    if (length <= limit) parts.push(part)
  }

  return {
    *push(text) {
      let start = 0
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        if (quoted) {
          if (escaped) escaped = false
          else if (code === 92) escaped = true
          else if (code === 34) quoted = false
          continue
        }
        if (code === 32 || code === 10 || code === 13 || code === 9 || code === 44) continue
        if (isOver || (depth === 0 && code !== 91)) throw broken('syntax')
        if (depth === 1 && cardDepth === 0) {
          if (code === 93) cardDepth = 2
          else if (code !== 91 && code !== 34) throw broken('syntax')
          else {
            cardDepth = code === 91 ? 2 : 1
            if (cardDepth === 1) keep('[')
            start = at
          }
        }
        if (depth === 1 && cardDepth === 2 && code !== 91 && code !== 93 && code !== 123) throw broken('syntax')
        if (code === 34) quoted = true
        else if (code === 91 || code === 123) {
          depth++
          if (depth > deepest) throw broken('too_deep')
          if (depth === 2 && cardDepth === 2) start = at
        } else if (code === 93 || code === 125) {
          depth--
          if (depth === cardDepth - 1 && cardDepth > 0 && (depth > 0 || cardDepth === 1)) {
            keep(text.slice(start, at + 1))
            yield length > limit ? '' : parts.join('')
            parts = []
            length = 0
            start = at + 1
          }
          isOver = depth === 0
        }
      }
      if (cardDepth > 0 && depth >= cardDepth) keep(text.slice(start))
    },
    finish() {
      if (depth > 0 || quoted) throw broken('truncated')
      if (!isOver) throw broken('syntax')
    },
  }
}
