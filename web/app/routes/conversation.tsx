// One conversation: its messages in order, and the field to answer. Reading it is told to the server by a post, for a GET changes nothing.
import { accessConversation } from '@entregent/core/conversations/conversations.ts'
import { listMessages, markRead, sendMessage } from '@entregent/core/conversations/messages.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { formatMoment } from '@entregent/lib/i18n/format.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { useEffect } from 'react'
import { Form, Link, redirect, useFetcher } from 'react-router'
import { acted, fieldText, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useLocale, useTimeZone } from '../ui/locale.tsx'
import { MessageForm } from '../ui/message-form.tsx'
import type { Route } from './+types/conversation.ts'

export const loader = loaded(async ({ context, params, request }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const granted = await accessConversation(db, viewer, params.id)
  const { memberId: _, ...conversation } = granted
  const before = messageNumber(new URL(request.url).searchParams.get('before'))
  const page = await listMessages(db, viewer, granted, before)
  return { conversation, ...page, before, clientKey: crypto.randomUUID(), now: Date.now() }
})

export const action = acted(async ({ context, params, request }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const conversation = await accessConversation(db, viewer, params.id)
  const { act, ...form } = await readForm(request)
  if (act === 'read') {
    await markRead(db, viewer, conversation, messageNumber(fieldText(form, 'seq')) ?? 0)
    return redirect(`/conversations/${conversation.id}`)
  }
  const seq = await sendMessage(db, viewer, conversation, form)
  return redirect(`/conversations/${conversation.id}#m${seq}`)
})

// A number that a message can have; undefined for anything else that stands in the address.
function messageNumber(text: string | null): number | undefined {
  return text && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined
}

export default function Conversation({ loaderData, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = conversations[locale]
  const { conversation, messages, earlier, before, clientKey } = loaderData
  const name = `${conversation.givenName} ${conversation.familyName}`
  const first = messages[0]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.with({ name })} — ${shell[locale].product}`}</title>
      <p className="back">
        <Link to="/conversations">{shell[locale].conversations}</Link>
      </p>
      <div className="acts">
        <Avatar person={conversation} size="l" />
        <h1 className="quiet-link">
          <Link to={`/p/${conversation.handle}`}>{name}</Link>
        </h1>
      </div>
      {earlier && first && (
        <Link className="button" to={`?before=${first.seq}`}>
          {t.earlier}
        </Link>
      )}
      <Messages {...loaderData} />
      {before !== undefined && (
        <Link className="button" to=".">
          {t.latest}
        </Link>
      )}
      <ReadMark conversation={conversation} />
      {conversation.mayWrite ? <MessageForm clientKey={clientKey} refusal={actionData} /> : <p className="empty">{t.closed}</p>}
    </main>
  )
}

function Messages({ conversation, messages, now }: Route.ComponentProps['loaderData']) {
  const locale = useLocale()
  const t = conversations[locale]
  const timeZone = useTimeZone()
  return (
    <ol className="messages" aria-live="polite" aria-label={t.title}>
      {messages.map((message) => (
        <li key={message.seq} id={`m${message.seq}`} data-mine={message.isMine || undefined}>
          {message.seq === conversation.readSeq + 1 && !message.isMine && <p className="new-mark">{t.newMessages}</p>}
          <p className="body">{message.body}</p>
          <p className="small muted">
            {t.from({
              name: message.isMine ? shell[locale].you : conversation.givenName,
              when: formatMoment(locale, message.sentAt, timeZone, new Date(now)),
            })}
          </p>
        </li>
      ))}
    </ol>
  )
}

// With script, having the page open marks it read; without, a button does.
function ReadMark({ conversation }: { conversation: Route.ComponentProps['loaderData']['conversation'] }) {
  const t = conversations[useLocale()]
  const { submit } = useFetcher()
  const unread = conversation.lastSeq > conversation.readSeq
  useEffect(() => {
    if (unread && document.visibilityState === 'visible') void submit({ act: 'read', seq: conversation.lastSeq }, { method: 'post' })
  }, [unread, conversation.lastSeq, submit])
  if (!unread) return null
  return (
    <Form method="post">
      <input type="hidden" name="seq" value={conversation.lastSeq} />
      <button type="submit" name="act" value="read" data-kind="quiet">
        {t.markRead}
      </button>
    </Form>
  )
}
