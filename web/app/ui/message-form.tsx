// The field to write a message in. Its key goes along with each try and changes only once a message has arrived, so that neither a retry nor
// a live update in between makes a second message, or takes away what is being written.
import { messageLimit } from '@entregent/lib/base/limits.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { useEffect, useRef, useState } from 'react'
import { Form, useNavigation } from 'react-router'
import { FormNotice, TextArea } from './field.tsx'
import { useLocale } from './locale.tsx'

/** `clientKey` comes from the loader, a fresh one each time the page is read. */
export function MessageForm({ clientKey, refusal }: { clientKey: string; refusal: unknown }) {
  const t = conversations[useLocale()]
  const form = useRef<HTMLFormElement>(null)
  const [key, setKey] = useState(clientKey)
  const navigation = useNavigation()
  const sending = navigation.formMethod === 'POST' && navigation.formData?.get('act') === 'send'
  const wasSending = useRef(false)
  useEffect(() => {
    if (wasSending.current && !sending && refusal === undefined) {
      form.current?.reset()
      setKey(clientKey)
      form.current?.querySelector('textarea')?.focus({ preventScroll: true }) // the button that was pressed lost it
    }
    wasSending.current = sending
  }, [clientKey, sending, refusal])
  return (
    <Form method="post" className="message-form form" ref={form}>
      <FormNotice refusal={refusal} />
      <input type="hidden" name="clientKey" value={key} />
      <TextArea label={t.write} name="body" rows={3} maxLength={messageLimit} refusal={refusal} />
      <button type="submit" data-kind="primary" name="act" value="send" disabled={sending}>
        {t.send}
      </button>
    </Form>
  )
}
