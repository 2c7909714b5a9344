import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { connectRedis } from './resp.ts'

const folder = mkdtempSync(join(tmpdir(), 'resp-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the client of Redis', () => {
  it('sends commands as they are written down, and puts replies together that come in pieces.', async () => {
    const path = join(folder, 'socket')
    let heard = ''
    const server = createServer((socket: Socket) => {
      socket.setNoDelay()
      socket.on('data', (chunk) => {
        heard += chunk.toString()
      })
      const pieces = [':4', '2\r\n$5\r\nfi', 've5\r\n*2\r\n$1\r\na\r\n', '$-1\r\n-ERR no\r\n+OK\r\n']
      for (const [at, piece] of pieces.entries()) setTimeout(() => socket.write(piece), 20 * (at + 1))
    }).listen(path)
    await once(server, 'listening')
    const client = await connectRedis(path)
    const replies = await Promise.allSettled([
      client.send('SCARD', 'é'),
      client.send('GET', 1),
      client.send('LIST'),
      client.send('BAD'),
      client.send('PING'),
    ])
    client.close()
    server.close()
    expect(heard.slice(0, 26)).toBe('*2\r\n$5\r\nSCARD\r\n$2\r\né\r\n*2\r\n')
    expect(replies.map((reply) => (reply.status === 'fulfilled' ? reply.value : String(reply.reason)))).toEqual([
      42,
      'five5',
      ['a', null],
      'Error: ERR no',
      'OK',
    ])
  })
})
