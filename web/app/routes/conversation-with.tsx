// Writing to a member for the first time; where there is a conversation already, on to it.
import { findConversationWith } from '@entregent/core/conversations/conversations.ts'
import { startConversation } from '@entregent/core/conversations/messages.ts'
import { accessConnection } from '@entregent/core/network/connections.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link, redirect } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useLocale } from '../ui/locale.tsx'
import { MessageForm } from '../ui/message-form.tsx'
import type { Route } from './+types/conversation-with.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const conversation = await findConversationWith(db, viewer, params.handle)
  if (conversation) throw redirect(`/conversations/${conversation.id}`)
  const { handle, givenName, familyName, photoVersion } = await accessConnection(db, viewer, params.handle)
  return { person: { handle, givenName, familyName, photoVersion }, clientKey: crypto.randomUUID() }
})

export const action = acted(async ({ context, params, request }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const { act: _, ...form } = await readForm(request)
  return redirect(`/conversations/${await startConversation(db, viewer, params.handle, form)}`)
})

export default function ConversationWith({ loaderData: { person, clientKey }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = conversations[locale]
  const name = `${person.givenName} ${person.familyName}`
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.with({ name })} — ${shell[locale].product}`}</title>
      <p className="back">
        <Link to="/conversations">{shell[locale].conversations}</Link>
      </p>
      <div className="acts">
        <Avatar person={person} size="l" />
        <h1 className="quiet-link">
          <Link to={`/p/${person.handle}`}>{name}</Link>
        </h1>
      </div>
      <p className="muted">{t.first({ name: person.givenName })}</p>
      <MessageForm clientKey={clientKey} refusal={actionData} />
    </main>
  )
}
