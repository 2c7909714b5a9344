// The thread that answers the heavy questions, so that pages are answered meanwhile. One after the other; what nobody waits for any more is not asked.
import { parentPort } from 'node:worker_threads'
import { type NetworkReader, openNetwork } from '@entregent/lib/graph/reader.ts'
import { warm } from '@entregent/lib/graph/warm.ts'
import { answerHeavy, type HeavyQuestion } from './heavy-questions.ts'

export type ToAsker =
  | { readonly type: 'network'; readonly shared: SharedArrayBuffer }
  | { readonly type: 'ask'; readonly id: number; readonly question: HeavyQuestion; readonly deadline: number }

export interface FromAsker {
  readonly id: number
  /** Undefined: too late. */
  readonly answer?: unknown
  readonly error?: string
}

let reader: NetworkReader | undefined
let generation = 0

parentPort?.on('message', (message: ToAsker) => {
  if (message.type === 'network') {
    reader?.close()
    reader = openNetwork(message.shared)
    if (generation++ === 0) for (const _ of warm(reader));
    return
  }
  const { id, question, deadline } = message
  const reply = (told: Omit<FromAsker, 'id'>) => parentPort?.postMessage({ id, ...told } satisfies FromAsker)
  if (!reader || Date.now() >= deadline) return reply({})
  try {
    reply({ answer: answerHeavy(reader, question) })
  } catch (error) {
    reply({ error: String(error) })
  }
})
