// Event streams: each hears what is theirs and no more, ends with its session, and there is an end to how many one member opens.

import { notifyLive } from '@entregent/core/db/live.ts'
import { addMember } from '@entregent/core/db/testing/people.ts'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { endSession, startSession } from '@entregent/core/members/sessions.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { type LiveHub, startLiveHub } from './live.ts'

describe('live updates', () => {
  const test = useTestDatabase()
  const hubs: LiveHub[] = []
  const start = (heartbeatMs = 20) => {
    const hub = startLiveHub(test.db, test.url, { onError: () => {}, heartbeatMs })
    hubs.push(hub)
    return hub
  }
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.stop()))
  })

  async function listen(hub: LiveHub) {
    const memberId = await addMember(test.db)
    const token = await startSession(test.db, memberId, 'test')
    const reader = (hub.stream(memberId, token).body as ReadableStream<Uint8Array>).getReader()
    const heard = { text: '', ended: false }
    const reading = (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        heard.text += new TextDecoder().decode(value)
      }
      heard.ended = true
    })()
    return { memberId, token, heard, reading }
  }

  it('reach the member on whichever server, and nobody else; they hold no word of what happened', async () => {
    const [anne, bruno] = [await listen(start()), await listen(start())]
    await waitUntil(() => anne.heard.text.includes(': \n\n') && bruno.heard.text.includes(': \n\n'))
    // Listening begins after the stream opened: the first notice is repeated until it is heard.
    await waitUntil(async () => {
      await notifyLive(test.db, bruno.memberId, 'conversation')
      return bruno.heard.text.includes('event: conversation')
    })
    expect(bruno.heard.text).toContain('event: conversation\ndata: {}\n\n')
    expect(bruno.heard.text).toContain('retry: ')
    expect(anne.heard.text).not.toContain('event: conversation')
  })

  it('say nothing of a transaction that rolled back', async () => {
    const anne = await listen(start())
    await waitUntil(async () => {
      await notifyLive(test.db, anne.memberId, 'today')
      return anne.heard.text.includes('event: today')
    })
    const failing = test.db.transaction().execute(async (tx) => {
      await notifyLive(tx, anne.memberId, 'conversation')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const before = anne.heard.text.length
    await notifyLive(test.db, anne.memberId, 'today')
    await waitUntil(() => anne.heard.text.slice(before).includes('event: today'))
    expect(anne.heard.text).not.toContain('event: conversation')
  })

  it('end when the session has ended, and when the server stops', async () => {
    const hub = start()
    const [anne, bruno] = [await listen(hub), await listen(hub)]
    await endSession(test.db, anne.token)
    await anne.reading
    expect(anne.heard.ended).toBe(true)
    expect(bruno.heard.ended).toBe(false)
    await hub.stop()
    await bruno.reading
    expect(bruno.heard.ended).toBe(true)
  })

  it('end at once with the session, long before the next heartbeat, on whichever server', async () => {
    const [here, there] = [start(60_000), start(60_000)]
    const anne = await listen(there)
    // A first notice heard shows that the server listens by now.
    await waitUntil(async () => {
      await notifyLive(test.db, anne.memberId, 'today')
      return anne.heard.text.includes('event: today')
    })
    const bruno = await listen(here)
    await endSession(test.db, anne.token)
    await anne.reading
    expect([anne.heard.ended, bruno.heard.ended]).toEqual([true, false])
  })

  it('may be left by the browser in the middle of a heartbeat', async () => {
    const failures: unknown[] = []
    const note = (error: unknown) => failures.push(error)
    process.on('unhandledRejection', note)
    const hub = start()
    const memberId = await addMember(test.db)
    const token = await startSession(test.db, memberId, 'test')
    for (let i = 0; i < 30; i++) {
      const stream = hub.stream(memberId, token)
      await new Promise((resolve) => setTimeout(resolve, 18 + (i % 6)))
      await stream.body?.cancel()
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    process.off('unhandledRejection', note)
    expect(failures).toEqual([])
  })

  it('are twenty at most for one member, until one of them ends', async () => {
    const hub = start()
    const memberId = await addMember(test.db)
    const token = await startSession(test.db, memberId, 'test')
    const streams = Array.from({ length: 20 }, () => hub.stream(memberId, token))
    expect(() => hub.stream(memberId, token)).toThrow(expect.objectContaining({ code: 'too_many_requests' }))
    await streams[0]?.body?.cancel()
    expect(hub.stream(memberId, token).status).toBe(200)
  })
})

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; ) {
    if (await holds()) return
    if (Date.now() > deadline) throw new Error('waited 10 s in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
