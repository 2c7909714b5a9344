// A way to the test's database over which nothing may come through any more, as when a cable is pulled or a firewall has forgotten a connection:
// neither end is told.
import { createConnection, createServer, type Socket } from 'node:net'
import pg from 'pg'

export interface DatabaseProxy {
  readonly url: string
  /** From when a client says this on, nothing of that connection comes through. */
  swallowFrom(text: string): void
  /** In what clients say, the one of two equally long texts becomes the other. */
  replace(text: string, by: string): void
  /** New connections are as they should be; old ones stay as they are. */
  mend(): void
  close(): Promise<void>
}

export async function startProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const { host, port, database, user } = new pg.Client({ connectionString: databaseUrl })
  const sockets = new Set<Socket>()
  let swallowed: string | undefined
  let replaced: readonly [string, string] | undefined
  const server = createServer((client) => {
    const beyond = host.startsWith('/') ? createConnection(`${host}/.s.PGSQL.${port}`) : createConnection(port, host)
    let isDead = false
    for (const socket of [client, beyond]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (swallowed !== undefined && text.includes(swallowed)) isDead = true
      if (!isDead) beyond.write(replaced ? Buffer.from(text.replace(...replaced), 'latin1') : bytes)
    })
    beyond.on('data', (bytes) => {
      if (!isDead) client.write(bytes)
    })
    client.on('close', () => beyond.destroy())
    beyond.on('close', () => {
      if (!isDead) client.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = typeof address === 'object' ? address?.port : undefined
  return {
    url: `postgresql://${encodeURIComponent(user ?? 'postgres')}@127.0.0.1:${at}/${database}`,
    swallowFrom(text) {
      swallowed = text
    },
    replace(text, by) {
      replaced = [text, by]
    },
    mend() {
      swallowed = undefined
      replaced = undefined
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
