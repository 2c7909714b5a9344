// Conversations against a real database: order without gaps, no doubles on retry, unread counts, and who may write.
import { describe, expect, it } from 'vitest'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { viewerOf } from '../members/testing/viewer-of.ts'
import { accessConnection, disconnect } from '../network/connections.ts'
import { accessConversation, countUnreadConversations, findConversationWith, listConversations } from './conversations.ts'
import { listMessages, markRead, sendMessage, startConversation } from './messages.ts'

const text = (body: string) => ({ body, clientKey: crypto.randomUUID() })

describe('conversations', () => {
  const test = useTestDatabase()

  async function connected() {
    const { db } = test
    const [anne, bruno] = [await viewerOf(db, await addMember(db, 'Anne Roy')), await viewerOf(db, await addMember(db, 'Bruno Levy'))]
    await addConnection(db, anne.id, bruno.id)
    return { db, anne, bruno }
  }

  it('number their messages 1, 2, 3 … without gaps while both write at once', async () => {
    const { db, anne, bruno } = await connected()
    const id = await startConversation(db, anne, bruno.handle, text('first'))
    const [ofAnne, ofBruno] = [await accessConversation(db, anne, id), await accessConversation(db, bruno, id)]
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 ? sendMessage(db, anne, ofAnne, text(`a${i}`)) : sendMessage(db, bruno, ofBruno, text(`b${i}`)),
      ),
    )
    const { messages } = await listMessages(db, anne, ofAnne)
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  })

  it('are one for two people, whoever writes first', async () => {
    const { db, anne, bruno } = await connected()
    const ids = await Promise.all([
      startConversation(db, anne, bruno.handle, text('hello')),
      startConversation(db, bruno, anne.handle, text('salut')),
    ])
    expect(new Set(ids).size).toBe(1)
    expect((await listConversations(db, anne)).rows).toHaveLength(1)
  })

  it('hold a message once, however often it is sent again', async () => {
    const { db, anne, bruno } = await connected()
    const id = await startConversation(db, anne, bruno.handle, text('first'))
    const conversation = await accessConversation(db, anne, id)
    const message = text('again and again')
    const seqs = await Promise.all(Array.from({ length: 10 }, () => sendMessage(db, anne, conversation, message)))
    expect(new Set(seqs)).toEqual(new Set([2]))
    expect((await listMessages(db, bruno, await accessConversation(db, bruno, id))).messages).toHaveLength(2)
  })

  it('count as unread what the other wrote, until it is read; reading never goes back', async () => {
    const { db, anne, bruno } = await connected()
    const id = await startConversation(db, anne, bruno.handle, text('one'))
    await sendMessage(db, anne, await accessConversation(db, anne, id), text('two'))
    expect(await countUnreadConversations(db, anne)).toBe(0)
    expect(await countUnreadConversations(db, bruno)).toBe(1)
    const ofBruno = await accessConversation(db, bruno, id)
    await markRead(db, bruno, ofBruno, 99)
    expect((await accessConversation(db, bruno, id)).readSeq).toBe(2)
    await markRead(db, bruno, ofBruno, 1)
    expect((await accessConversation(db, bruno, id)).readSeq).toBe(2)
    expect(await countUnreadConversations(db, bruno)).toBe(0)
  })

  it('stay readable after the connection ended, but take no more', async () => {
    const { db, anne, bruno } = await connected()
    const id = await startConversation(db, anne, bruno.handle, text('before'))
    await disconnect(db, bruno, await accessConnection(db, bruno, anne.handle))
    const conversation = await accessConversation(db, anne, id)
    expect(conversation.mayWrite).toBe(false)
    await expect(sendMessage(db, anne, conversation, text('after'))).rejects.toMatchObject({ code: 'conversation_closed' })
    expect((await listMessages(db, anne, conversation)).messages.map(({ body }) => body)).toEqual(['before'])
  })

  it('begin between connections only, and are nobody else’s to read', async () => {
    const { db, anne, bruno } = await connected()
    const stranger = await viewerOf(db, await addMember(db, 'Strange Person'))
    await expect(startConversation(db, stranger, anne.handle, text('psst'))).rejects.toMatchObject({ code: 'not_found' })
    const id = await startConversation(db, anne, bruno.handle, text('secret'))
    await expect(accessConversation(db, stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findConversationWith(db, stranger, anne.handle)).toBeUndefined()
  })

  it('come in pages, the last written in first, none lost between pages', async () => {
    const { db } = test
    const anne = await viewerOf(db, await addMember(db, 'Anne Page'))
    for (let i = 0; i < 5; i++) {
      const other = await viewerOf(db, await addMember(db, `Other ${i}`))
      await addConnection(db, anne.id, other.id)
      await startConversation(db, anne, other.handle, text(`n${i}`))
    }
    const bodies: (string | null)[] = []
    let after: string | undefined
    do {
      const page = await listConversations(db, anne, after, 2)
      bodies.push(...page.rows.map(({ lastBody }) => lastBody))
      after = page.next
    } while (after)
    expect(bodies).toEqual(['n4', 'n3', 'n2', 'n1', 'n0'])
  })

  it('refuse an empty message and a key that is none', async () => {
    const { db, anne, bruno } = await connected()
    await expect(startConversation(db, anne, bruno.handle, { body: ' \n ', clientKey: 'x' })).rejects.toMatchObject({
      details: { fields: { body: { code: 'required' }, clientKey: { code: 'invalid' } } },
    })
  })
})
