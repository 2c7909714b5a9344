// The thread that writes the network index: follows the database (index-feed.ts) and tells the main thread of each new generation.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { AsideWork } from './index-aside.ts'
import { startFeed } from './index-feed.ts'

export interface WriterData {
  readonly url: string
  readonly snapshotFile?: string | undefined
  readonly snapshotEveryMs?: number | undefined
  readonly pollMs?: number | undefined
  readonly rebuildFrom?: number | undefined
  readonly rebuildAt?: number | undefined
  readonly silentMs?: number | undefined
}

export type FromWriter =
  | {
      readonly type: 'network'
      readonly shared: SharedArrayBuffer
      readonly databaseGeneration: number
      readonly from: 'snapshot' | 'tables' | 'rebuild'
    }
  /** `at`: milliseconds since the epoch. */
  | { readonly type: 'look'; readonly behind: number; readonly at: number }
  | { readonly type: 'snapshot'; readonly bytes: number; readonly sequence: number; readonly ms: number }
  | { readonly type: 'error'; readonly error: { readonly name: string; readonly message: string; readonly stack?: string | undefined } }

export type ToWriter = 'ring' | 'stop'

const port = parentPort
if (port) {
  const { url, ...options } = workerData as WriterData
  const tell = (message: FromWriter) => port.postMessage(message)
  const feed = startFeed(url, {
    ...options,
    rebuild: (order) => aside({ rebuild: order }),
    help: (work) => aside({ load: work }),
    onNetwork: ({ shared }, databaseGeneration, from) => {
      tell({ type: 'network', shared, databaseGeneration, from })
      if (from === 'tables') setImmediate(collect)
    },
    onLook: (behind) => tell({ type: 'look', behind, at: Date.now() }),
    onSnapshot: (told) => tell({ type: 'snapshot', ...told }),
    onError: (error) => {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      tell({ type: 'error', error: { name, message, stack } })
    },
  })
  port.on('message', (message: ToWriter) => {
    if (message === 'ring') return feed.ring()
    void feed.stop().finally(() => port.close())
  })
}

/**
 * Gives back what a load from the tables took: as much as the network itself, which nothing but the collector can let go of; and it seldom comes to
 * a thread that makes few objects.
 */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
}

/** Has the work done by a thread of its own, which ends with it. */
function aside<Result>(work: AsideWork): Promise<Result> {
  const worker = new Worker(new URL('index-aside.ts', import.meta.url), { workerData: work })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that helps to make the network index ended early')))
  })
}
