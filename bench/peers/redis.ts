// Redis: two sets for each member, all neighbours (own:…) and the open ones (open:…); SINTERCARD where one command is enough, Lua where not. The
// server is the machine's own redis-server, started for the bench on a unix socket, in memory only.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { digests } from '../graph/queries.ts'
import type { OpenPeer, Peer } from './peer.ts'
import { connectRedis, type RedisClient } from './resp.ts'
import { type Rows, rowsOf } from './rows.ts'

// Three steps: over the smaller of the two sides, whether one's open neighbours meet the other side.
const DEGREE = `
  local own, open = 'own:' .. ARGV[1], 'open:' .. ARGV[2]
  if redis.call('SISMEMBER', own, ARGV[2]) == 1 then return 1 end
  if redis.call('SINTERCARD', 2, own, open, 'LIMIT', 1) == 1 then return 2 end
  local near, far = own, open
  if redis.call('SCARD', open) < redis.call('SCARD', own) then near, far = open, own end
  for _, b in ipairs(redis.call('SMEMBERS', near)) do
    if redis.call('SINTERCARD', 2, 'open:' .. b, far, 'LIMIT', 1) == 1 then return 3 end
  end
  return 4`
const SECOND = `
  local own = 'own:' .. ARGV[1]
  local keys, all = {}, redis.call('SMEMBERS', own)
  redis.call('DEL', 'found')
  for i, b in ipairs(all) do
    keys[#keys + 1] = 'open:' .. b
    if #keys == 4000 or i == #all then redis.call('SUNIONSTORE', 'found', 'found', unpack(keys)); keys = {} end
  end
  return redis.call('SDIFFSTORE', 'found', 'found', own) - redis.call('SREM', 'found', ARGV[1])`

export const redis: Peer = {
  name: 'redis',
  async open(view, folder): Promise<OpenPeer | string> {
    if (spawnSync('redis-server', ['--version']).status !== 0) return 'redis-server is not installed (Debian: apt-get install redis-server)'
    const socket = join(folder, 'redis.sock')
    const inMemory = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--lua-time-limit', '0']
    const server = spawn('redis-server', inMemory, { stdio: 'ignore', cwd: folder })
    for (let tries = 0; tries < 100 && !existsSync(socket); tries++) await pause(50)
    const client = await connectRedis(socket)
    await load(client, rowsOf(view))
    const degree = String(await client.send('SCRIPT', 'LOAD', DEGREE))
    const second = String(await client.send('SCRIPT', 'LOAD', SECOND))
    return {
      questions: {
        degree: async ({ viewer, target }) => digests.degree(Number(await client.send('EVALSHA', degree, 0, viewer, target))),
        mutual: async ({ viewer, target }) => {
          const ids = await client.send('SINTER', `own:${viewer}`, `open:${target}`)
          return digests.set((ids as readonly string[]).map(Number))
        },
        second: async ({ viewer }) => digests.count(Number(await client.send('EVALSHA', second, 0, viewer))),
      },
      async storageBytes() {
        return Number(/used_memory:(\d+)/.exec(String(await client.send('INFO', 'memory')))?.[1])
      },
      async close() {
        client.close()
        const ended = once(server, 'exit')
        server.kill()
        await ended
      },
    }
  },
}

async function load(client: RedisClient, { members, starts, to, open }: Rows): Promise<void> {
  for (let from = 0; from < members; from += 2_000) {
    const sent: Promise<unknown>[] = []
    for (let member = from; member < Math.min(members, from + 2_000); member++) {
      const row = Array.from(to.subarray(starts[member], starts[member + 1]))
      const visible = row.filter((_, at) => open[(starts[member] as number) + at] === 1)
      if (row.length > 0) sent.push(client.send('SADD', `own:${member + 1}`, ...row))
      if (visible.length > 0) sent.push(client.send('SADD', `open:${member + 1}`, ...visible))
    }
    await Promise.all(sent)
  }
}
