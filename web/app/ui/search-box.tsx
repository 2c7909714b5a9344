// The search field of the header: a plain GET form.
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form } from 'react-router'
import { useLocale } from './locale.tsx'

export function SearchBox() {
  const t = shell[useLocale()]
  return (
    <Form className="search-box" method="get" action="/people" role="search">
      <input type="search" name="q" aria-label={t.searchLabel} placeholder={t.searchHint} autoComplete="off" maxLength={200} />
    </Form>
  )
}
