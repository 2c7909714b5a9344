// The thread that answers the heavy questions, so that pages are answered meanwhile. One after the other; what nobody waits for any more is not asked.
import { parentPort } from 'node:worker_threads'
import { type NetworkReader, openNetwork } from '@entregent/lib/graph/reader.ts'
import { warm } from '@entregent/lib/graph/warm.ts'
import { answerHeavy, type HeavyQuestion } from './heavy-questions.ts'

export type ToAsker =
  | { readonly type: 'network'; readonly shared: SharedArrayBuffer }
  | { readonly type: 'ask'; readonly id: number; readonly question: HeavyQuestion; readonly deadline: number }

export type FromAsker =
  /** Where it reads, so that the place can be given back should the thread come to a sudden end. */
  | { readonly type: 'reads'; readonly shared: SharedArrayBuffer; readonly place: number }
  /** Without an answer: too late. */
  | { readonly type: 'answer'; readonly id: number; readonly answer?: unknown; readonly error?: string }

let reader: NetworkReader | undefined
let generation = 0

parentPort?.on('message', (message: ToAsker) => {
  if (message.type === 'network') {
    // The old place is given back last: were the thread to end in between, the one that was told would still be its own.
    const opened = openNetwork(message.shared)
    parentPort?.postMessage({ type: 'reads', shared: message.shared, place: opened.place } satisfies FromAsker)
    reader?.close()
    reader = opened
    if (generation++ === 0) for (const _ of warm(reader));
    return
  }
  const { id, question, deadline } = message
  const reply = (told: { readonly answer?: unknown; readonly error?: string }) =>
    parentPort?.postMessage({ type: 'answer', id, ...told } satisfies FromAsker)
  if (!reader || Date.now() >= deadline) return reply({})
  try {
    reply({ answer: answerHeavy(reader, question) })
  } catch (error) {
    reply({ error: String(error) })
  }
})
