// A second server on the site's database, this one a demonstration, in the process of the tests.
import { createServer } from 'node:net'
import { readConfig } from '@entregent/server/config.ts'
import { startServer } from '@entregent/server/start.ts'

/** Starts it; gives where it answers. The caller stops it. */
export async function startDemo(databaseUrl: string, dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'warn' })
  const { stop } = await startServer(config, { demo: true })
  return { url, stop }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
