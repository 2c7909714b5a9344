// Live updates as server-sent events. Each server listens to the database once and tells the open pages of the members it serves; an event says
// what kind of thing changed, and the page asks for the rest as ever.

import type { Db } from '@entregent/core/db/connect.ts'
import type { LiveTopic } from '@entregent/core/db/live.ts'
import { findViewer } from '@entregent/core/members/sessions.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import pg from 'pg'

export interface LiveHub {
  /** The event stream of the member who holds this session. */
  stream(memberId: number, sessionToken: string): Response
  stop(): Promise<void>
}

type Send = (text: string) => void
interface Stream {
  readonly send: Send
  /** Closes the stream when its session is over. */
  readonly check: () => void
}

/** Milliseconds between two heartbeats; at each the session is looked up again. */
const heartbeatMs = 25_000
/** Pages that one member may have listening here. */
const streamLimit = 20

export function startLiveHub(db: Db, url: string, options: { onError: (error: unknown) => void; heartbeatMs?: number }): LiveHub {
  const open = new Map<number, Set<Stream>>()
  const closers = new Set<() => void>()
  let stopping = false
  let client: pg.Client | undefined

  const tell = (payload: string) => {
    const { memberId, topic } = JSON.parse(payload) as { memberId: number; topic: LiveTopic }
    for (const { send, check } of open.get(memberId) ?? []) {
      if (topic === 'session') check()
      else send(`event: ${topic}\ndata: {}\n\n`)
    }
  }
  const listen = async (): Promise<void> => {
    if (stopping) return
    const next = new pg.Client({
      connectionString: url,
      application_name: 'entregent-live',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    const again = (error?: unknown) => {
      if (client !== next || stopping) return
      client = undefined
      if (error) options.onError(error)
      setTimeout(() => void listen(), 1_000)
    }
    client = next
    next.on('notification', ({ payload }) => payload && tell(payload))
    next.on('error', again)
    next.on('end', () => again())
    await next
      .connect()
      .then(() => next.query('listen live'))
      .catch(again)
    // What was said while nobody listened: every page looks for itself.
    for (const streams of open.values()) for (const { send } of streams) send('event: today\ndata: {}\n\n')
  }
  const listening = listen()

  return {
    stream(memberId, sessionToken) {
      const streams = open.get(memberId) ?? new Set<Stream>()
      if (streams.size >= streamLimit) throw new AppError('too_many_requests', { retryAfterSeconds: 60 })
      open.set(memberId, streams)
      let close = () => {}
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const encoder = new TextEncoder()
          let closed = false
          // The browser may leave while a heartbeat looks the session up: then there is nobody to tell.
          const send: Send = (text) => {
            if (!closed) controller.enqueue(encoder.encode(text))
          }
          const check = () => {
            findViewer(db, sessionToken).then(
              (viewer) => (viewer ? send(': \n\n') : close()),
              () => {},
            )
          }
          const stream = { send, check }
          const beat = setInterval(check, options.heartbeatMs ?? heartbeatMs)
          close = () => {
            closed = true
            clearInterval(beat)
            closers.delete(close)
            streams.delete(stream)
            if (streams.size === 0 && open.get(memberId) === streams) open.delete(memberId)
            try {
              controller.close()
            } catch {} // the browser was faster
          }
          streams.add(stream)
          closers.add(close)
          send('retry: 3000\n\n')
          if (stopping) close()
        },
        cancel: () => close(),
      })
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'private, no-store', 'x-accel-buffering': 'no' },
      })
    },
    async stop() {
      stopping = true
      for (const close of closers) close()
      await listening.catch(() => {})
      await client?.end().catch(() => {})
    },
  }
}
