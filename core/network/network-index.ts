// The network index as a server hosts it: one thread writes it, one answers the heavy questions, and the calling thread answers the rest from
// the same memory. Pages are answered while it loads.
import { Worker } from 'node:worker_threads'
import type { Questions } from '@entregent/lib/graph/network.ts'
import { giveBackPlace, type NetworkReader, openNetwork } from '@entregent/lib/graph/reader.ts'
import { warm } from '@entregent/lib/graph/warm.ts'
import type { NetworkIndex, ServedNetwork } from '../services/services.ts'
import { connectFor, readClock } from './follow-log.ts'
import { answerHeavy, type HeavyAnswers, type HeavyQuestion, isCheap, serve } from './heavy-questions.ts'
import type { FromAsker, ToAsker } from './index-asker.ts'
import type { FromWriter, ToWriter, WriterData } from './index-writer.ts'

export interface HostedIndex extends NetworkIndex {
  /** All questions, asked here and now; for tests and measures. Undefined while it loads. */
  readonly questions: Questions | undefined
  readonly figures: IndexFigures
  /** Resolves when the index holds what was committed before the call, or rejects after `timeoutMs` (5 s). */
  caughtUp(timeoutMs?: number): Promise<void>
  stop(): Promise<void>
}

/** For operators. */
export interface IndexFigures {
  readonly state: 'loading' | 'ready' | 'behind'
  /** Since when the index lacks a committed change, or the database was last heard of; 0 when it lacks none. */
  readonly lagMs: number
  /** Changes of the log that are not applied yet. */
  readonly changesBehind: number
  readonly members: number
  readonly ties: number
  /** Of the present buffer. */
  readonly bytes: number
  /** What it began with. */
  readonly from: 'snapshot' | 'tables' | undefined
  readonly loadMs: number | undefined
  readonly snapshot: { readonly bytes: number; readonly sequence: number; readonly ms: number; readonly at: number } | undefined
  /** Heavy questions asked of the other thread, and those that it had no time for. */
  readonly heavyAsked: number
  readonly heavyLate: number
}

export interface HostOptions extends Omit<WriterData, 'url'> {
  readonly onError?: ((error: unknown) => void) | undefined
  /** How long a heavy question may take: 250 ms. */
  readonly deadlineMs?: number | undefined
  /** So long the index may lack a change, or the writer hear nothing of the database, before it is taken out of use: 10 s. */
  readonly staleMs?: number | undefined
}

/** The writer has so long to end, with a last snapshot. */
const stopMs = 30_000
/** A thread that has ended is started again after so long. */
const restartMs = 1_000

/** Starts the threads on the database at `url`. Gives at once; `network` is undefined until the index is loaded. */
export function startNetworkIndex(url: string, { onError, deadlineMs = 250, staleMs = 10_000, ...options }: HostOptions = {}): HostedIndex {
  const started = Date.now()
  let reader: NetworkReader | undefined
  let served: ServedNetwork | undefined
  let shared: SharedArrayBuffer | undefined
  let databaseGeneration = 0
  let from: IndexFigures['from']
  let loadMs: number | undefined
  let snapshot: IndexFigures['snapshot']
  let look = { behind: 0, at: 0 }
  let behindSince = 0
  let movedSince = 0
  let stopping = false

  const asker = startAsker(deadlineMs, onError)
  let writerEnded: Promise<unknown> | undefined
  let writer = startWriter()

  function startWriter(): Worker {
    const worker = new Worker(new URL('index-writer.ts', import.meta.url), { workerData: { url, ...options } satisfies WriterData })
    worker.on('message', take)
    writerEnded = new Promise((resolve) => worker.once('exit', resolve))
    worker.on('error', (error) => onError?.(error))
    worker.on('exit', () => {
      if (stopping) return
      onError?.(new Error('the thread that writes the network index has ended; another is started'))
      setTimeout(() => {
        if (!stopping) writer = startWriter()
      }, restartMs)
    })
    return worker
  }

  function take(message: FromWriter): void {
    switch (message.type) {
      case 'network':
        shared = message.shared
        databaseGeneration = message.databaseGeneration
        if (message.from !== 'rebuild') from = message.from
        look = { ...look, at: Date.now() }
        openAgain(message.shared)
        break
      case 'look':
        if (message.behind === 0) behindSince = 0
        else if (behindSince === 0) behindSince = message.at
        look = { behind: message.behind, at: message.at }
        break
      case 'snapshot':
        snapshot = { bytes: message.bytes, sequence: message.sequence, ms: message.ms, at: Date.now() }
        break
      case 'error':
        onError?.(Object.assign(new Error(message.error.message), message.error))
        break
    }
  }

  /** Opens a generation, again and again where that fails, for as long as it is the present one. */
  function openAgain(generation: SharedArrayBuffer): void {
    if (generation !== shared || stopping) return
    open(generation).catch((error: unknown) => {
      onError?.(error)
      setTimeout(() => openAgain(generation), restartMs).unref()
    })
  }

  /** Opens a generation. The first one is warmed bit by bit before it is served. */
  async function open(generation: SharedArrayBuffer): Promise<void> {
    asker.open(generation)
    const opened = openNetwork(generation)
    try {
      if (!reader) await warmBitByBit(opened)
    } catch (error) {
      opened.close()
      throw error
    }
    if (generation !== shared || stopping) {
      opened.close()
      return
    }
    reader?.close()
    reader = opened
    movedSince = 0
    loadMs ??= Date.now() - started
    served = serve(opened, (question) => (isCheap(opened, question) ? Promise.resolve(answerHeavy(opened, question)) : asker.ask(question)))
  }

  function stateAt(lag: number): IndexFigures['state'] {
    if (!reader) return 'loading'
    return lag > staleMs ? 'behind' : 'ready'
  }
  const lagMs = () => {
    if (!reader) return 0
    const now = Date.now()
    const silent = now - look.at
    // The next generation could not be opened.
    if (!reader.moved()) movedSince = 0
    else if (movedSince === 0) movedSince = now
    const since = (moment: number) => (moment === 0 ? 0 : now - moment)
    return Math.max(since(behindSince), since(movedSince), silent > staleMs ? silent : 0)
  }

  return {
    get network() {
      return lagMs() > staleMs ? undefined : served
    },
    get questions() {
      return reader
    },
    get appliedSeq() {
      return reader?.sequence ?? 0
    },
    get figures() {
      const lag = lagMs()
      return {
        state: stateAt(lag),
        lagMs: lag,
        changesBehind: look.behind,
        members: reader?.memberCount ?? 0,
        ties: reader?.tieCount ?? 0,
        bytes: shared?.byteLength ?? 0,
        from,
        loadMs,
        snapshot,
        ...asker.counts(),
      }
    },
    async caughtUp(timeoutMs = 5_000) {
      const asking = await connectFor(url)
      const { seq, generation } = await readClock(asking, 0).finally(() => asking.end())
      const deadline = Date.now() + timeoutMs
      const holds = () =>
        reader && !reader.moved() && (databaseGeneration > generation || (databaseGeneration === generation && reader.sequence >= seq))
      while (!holds()) {
        if (Date.now() > deadline) throw new Error(`the network index is at ${reader?.sequence} of ${seq} after ${timeoutMs} ms`)
        writer.postMessage('ring' satisfies ToWriter)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async stop() {
      if (stopping) return
      stopping = true
      writer.postMessage('stop' satisfies ToWriter)
      // One that had ended by itself has ended already; one that does not end by itself is ended.
      const late = setTimeout(() => {
        onError?.(new Error('the thread that writes the network index did not end, and was ended'))
        void writer.terminate()
      }, stopMs)
      await writerEnded
      clearTimeout(late)
      await asker.stop()
      reader?.close()
    },
  }
}

async function warmBitByBit(opened: NetworkReader): Promise<void> {
  let since = performance.now()
  for (const _ of warm(opened)) {
    if (performance.now() - since < 2) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

interface Waiting {
  readonly promise: Promise<unknown>
  settle(answer: unknown): void
}

/** The thread for heavy questions. The same question asked again while it is under way gets the same answer. */
function startAsker(deadlineMs: number, onError: ((error: unknown) => void) | undefined) {
  const waiting = new Map<number, Waiting>()
  const underWay = new Map<string, number>()
  let [asked, late, stopping] = [0, 0, false]
  let shared: SharedArrayBuffer | undefined
  let worker = begin()

  function begin(): Worker {
    const thread = new Worker(new URL('index-asker.ts', import.meta.url))
    let reads: Extract<FromAsker, { type: 'reads' }> | undefined
    thread.on('message', (message: FromAsker) => {
      if (message.type === 'reads') {
        reads = message
        return
      }
      if (message.error !== undefined) onError?.(new Error(message.error))
      waiting.get(message.id)?.settle(message.answer)
    })
    thread.on('error', (error) => onError?.(error))
    thread.on('exit', () => {
      if (reads) giveBackPlace(reads.shared, reads.place)
      for (const one of waiting.values()) one.settle(undefined)
      if (stopping) return
      setTimeout(() => {
        if (stopping) return
        worker = begin()
        if (shared) open(shared)
      }, restartMs)
    })
    return thread
  }
  function open(generation: SharedArrayBuffer): void {
    shared = generation
    worker.postMessage({ type: 'network', shared: generation } satisfies ToAsker)
  }

  return {
    open,
    counts: () => ({ heavyAsked: asked, heavyLate: late }),
    ask<Q extends HeavyQuestion>(question: Q): Promise<HeavyAnswers[Q['ask']] | undefined> {
      // Two lists of candidates are as a rule not the same, and take long to compare.
      const key = question.ask === 'nearest' ? undefined : JSON.stringify(question)
      const same = key === undefined ? undefined : waiting.get(underWay.get(key) ?? -1)
      if (same) return same.promise as Promise<HeavyAnswers[Q['ask']] | undefined>
      const id = ++asked
      const { promise, resolve } = Promise.withResolvers<unknown>()
      const timer = setTimeout(() => waiting.get(id)?.settle(undefined), deadlineMs)
      waiting.set(id, {
        promise,
        settle(answer) {
          clearTimeout(timer)
          waiting.delete(id)
          if (key !== undefined) underWay.delete(key)
          if (answer === undefined) late++
          resolve(answer)
        },
      })
      if (key !== undefined) underWay.set(key, id)
      // A long list of candidates is given away, not copied.
      const given = question.ask === 'nearest' ? [question.candidates.buffer as ArrayBuffer] : []
      worker.postMessage({ type: 'ask', id, question, deadline: Date.now() + deadlineMs } satisfies ToAsker, given)
      return promise as Promise<HeavyAnswers[Q['ask']] | undefined>
    },
    async stop() {
      stopping = true
      await worker.terminate()
    },
  }
}
