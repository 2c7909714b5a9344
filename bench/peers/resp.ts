// The little of Redis's protocol (RESP2) that the bench speaks, over a unix socket, pipelined: answers come in the order of the commands.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Reply = string | number | null | readonly Reply[]

export interface RedisClient {
  /** Sends a command and gives its answer; rejects with the server's error. */
  send(...words: readonly (string | number)[]): Promise<Reply>
  close(): void
}

export async function connectRedis(path: string): Promise<RedisClient> {
  const socket: Socket = connect(path)
  await once(socket, 'connect')
  const waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void }[] = []
  let next = 0
  let unread: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    unread = unread.length > 0 ? Buffer.concat([unread, chunk]) : chunk
    let at = 0
    for (let read = readReply(unread, at); read; read = readReply(unread, at)) {
      at = read.end
      const { resolve, reject } = waiting[next++] as (typeof waiting)[number]
      if (read.reply instanceof Error) reject(read.reply)
      else resolve(read.reply)
      if (next === waiting.length) next = waiting.length = 0
    }
    unread = unread.subarray(at)
  })
  return {
    send(...words) {
      const command = words.map((word) => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`)
      socket.write(`*${words.length}\r\n${command.join('')}`)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    close: () => socket.destroy(),
  }
}

/** The reply that begins at `from` and where it ends; nothing while it is not all there. */
function readReply(bytes: Buffer, from: number): { reply: Reply | Error; end: number } | undefined {
  const lineEnd = bytes.indexOf('\r\n', from)
  if (lineEnd < 0) return undefined
  const line = bytes.toString('utf8', from + 1, lineEnd)
  const end = lineEnd + 2
  switch (String.fromCharCode(bytes[from] as number)) {
    case ':':
      return { reply: Number(line), end }
    case '-':
      return { reply: new Error(line), end }
    case '$': {
      const length = Number(line)
      if (length < 0) return { reply: null, end }
      return bytes.length < end + length + 2 ? undefined : { reply: bytes.toString('utf8', end, end + length), end: end + length + 2 }
    }
    case '*': {
      const list: Reply[] = []
      let at = end
      for (let left = Number(line); left > 0; left--) {
        const item = readReply(bytes, at)
        if (!item) return undefined
        list.push(item.reply as Reply)
        at = item.end
      }
      return { reply: list, end: at }
    }
    default:
      return { reply: line, end }
  }
}
