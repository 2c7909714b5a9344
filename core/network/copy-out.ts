// Reads what PostgreSQL copies out in its binary format (documentation, "COPY", "Binary Format") straight from the connection's bytes. `pg` makes
// an object and an event of each row, which takes several times as long as all else that is done with it.
import type { Duplex } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const headBytes = signature.length + 8
const copyData = 'd'.charCodeAt(0)

/** `pg` limits how long a question takes as a whole; a copy takes as long as it must, but for its silences. */
const withoutLimit = 2 ** 31 - 1

/**
 * Rows of `ints` four-byte integers; `take` is told where each begins, at its count of fields. Fails as the connection does,
 * when `take` throws, when other rows come than were asked for, and when nothing comes for `silentMs`.
 */
export function copyRows(
  client: Client,
  statement: string,
  ints: number,
  silentMs: number,
  take: (bytes: Buffer, at: number) => void,
): Promise<void> {
  const rowBytes = 2 + ints * 8
  let begun = false
  let ended = false
  let failure: Error | undefined
  const read = (bytes: Buffer, from: number, to: number): void => {
    let at = from
    if (!begun) {
      if (!bytes.subarray(at, at + signature.length).equals(signature)) throw new Error('the database copies in another format')
      at += headBytes + bytes.readUInt32BE(at + headBytes - 4)
      begun = true
    }
    for (; at + rowBytes <= to; at += rowBytes) take(bytes, at)
    if (at === to) return
    // The end is told by a count of fields of -1.
    if (to - at !== 2 || bytes.readInt16BE(at) !== -1) throw new Error('the database copies other rows than were asked for')
    ended = true
  }
  return new Promise((resolve, reject) => {
    let restore = () => {}
    let watch: NodeJS.Timeout | undefined
    const copy = {
      query_timeout: withoutLimit,
      // Set by `pg`: ends its watch.
      callback() {},
      end() {
        clearTimeout(watch)
        restore()
        copy.callback()
      },
      submit(connection: Connection) {
        watch = setTimeout(() => copy.handleError(new Error(`the database has copied nothing for ${silentMs} ms`)), silentMs)
        restore = readBeside(connection.stream, (bytes, from, to) => {
          watch?.refresh()
          if (failure) return
          try {
            read(bytes, from, to)
          } catch (error) {
            failure = error as Error
          }
        })
        connection.query(statement)
      },
      handleCommandComplete() {},
      handleReadyForQuery() {
        copy.end()
        if (failure) reject(failure)
        else if (ended) resolve()
        else reject(new Error('the copy ended early'))
      },
      handleError(error: Error) {
        copy.end()
        reject(error)
      },
    }
    client.query(copy as unknown as Submittable)
  })
}

/**
 * Takes copied data out of the stream of messages (documentation, "Message Formats": a letter, then the length of the rest) before it comes to who
 * listens for data, and lets all else through. Gives what ends it.
 */
function readBeside(stream: Duplex, read: (bytes: Buffer, from: number, to: number) => void): () => void {
  const others = stream.listeners('data') as ((bytes: Buffer) => void)[]
  const pass = (bytes: Buffer) => {
    for (const other of others) other(bytes)
  }
  let rest: Buffer = Buffer.alloc(0)
  let isOver = false
  const split = (chunk: Buffer): void => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    while (!isOver && at + 5 <= bytes.length) {
      const end = at + 1 + bytes.readUInt32BE(at + 1)
      if (end > bytes.length) break
      if (bytes[at] === copyData) read(bytes, at + 5, end)
      else pass(bytes.subarray(at, end))
      at = end
    }
    rest = bytes.subarray(at)
    if (isOver && rest.length > 0) pass(rest)
  }
  stream.removeAllListeners('data')
  stream.on('data', split)
  return () => {
    if (isOver) return
    isOver = true
    stream.off('data', split)
    for (const other of others) stream.on('data', other)
  }
}
