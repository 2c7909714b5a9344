// What every asker for a mail sees, whoever the address belongs to.
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link } from 'react-router'
import { useLocale } from './locale.tsx'

export function Mailbox({ email, back }: { email: string; back: string }) {
  const locale = useLocale()
  const t = joining[locale]
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.mailboxTitle} — ${shell[locale].product}`}</title>
      <h1>{t.mailboxTitle}</h1>
      <p className="lead" role="status">
        {t.mailboxText({ email })}
      </p>
      <p className="muted">{t.mailboxNothing}</p>
      <p>
        <Link to={back}>{t.otherAddress}</Link>
      </p>
    </main>
  )
}

/** A mailed link that works no longer, with the page to ask for another. */
export function SpentLink({ again }: { again: string }) {
  const locale = useLocale()
  const t = joining[locale]
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.spentTitle} — ${shell[locale].product}`}</title>
      <h1>{t.spentTitle}</h1>
      <p className="lead">{t.spentText}</p>
      <p>
        <Link className="button" data-kind="primary" to={again}>
          {t.askAgain}
        </Link>
      </p>
    </main>
  )
}
