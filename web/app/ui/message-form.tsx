// The field to write a message in. The key made with the form goes along with each try, so that a retry is not a second message.
import { messageLimit } from '@entregent/lib/base/limits.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { useEffect, useRef } from 'react'
import { Form, useNavigation } from 'react-router'
import { FormNotice, TextArea } from './field.tsx'
import { useLocale } from './locale.tsx'

/** `clientKey` comes from the loader: a fresh one each time the page is read. */
export function MessageForm({ clientKey, refusal }: { clientKey: string; refusal: unknown }) {
  const t = conversations[useLocale()]
  const form = useRef<HTMLFormElement>(null)
  const sending = useNavigation().formMethod === 'POST'
  const before = useRef(clientKey)
  useEffect(() => {
    // A new key after a send means that it arrived.
    if (before.current !== clientKey && !sending && refusal === undefined) form.current?.reset()
    before.current = clientKey
  }, [clientKey, sending, refusal])
  return (
    <Form method="post" className="message-form form" ref={form}>
      <FormNotice refusal={refusal} />
      <input type="hidden" name="clientKey" value={clientKey} />
      <TextArea label={t.write} name="body" rows={3} maxLength={messageLimit} refusal={refusal} />
      <button type="submit" data-kind="primary" name="act" value="send" disabled={sending}>
        {t.send}
      </button>
    </Form>
  )
}
