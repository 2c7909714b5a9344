// A real server in a process of its own, on a test database: to be called over HTTP, and killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

export interface ChildServer {
  /** What members type, and where it answers: `http://localhost:<port>`. */
  readonly url: string
  readonly process: ChildProcess
  /** What it has said so far. */
  output(): string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `server/main.ts` on a free port; resolves when it answers. `env` adds to, or takes away from, the environment. */
export async function startChildServer(env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<ChildServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [new URL('../main.ts', import.meta.url).pathname, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server: ChildServer = {
    url,
    process: child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
  for (const deadline = Date.now() + 30_000; ; ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start:\n${output}`)
    const health = await fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.json() as Promise<{ network: { state: string } }>,
      () => undefined,
    )
    if (health?.network.state === 'ready') return server
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
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
