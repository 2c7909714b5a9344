// In a demonstration: be anyone of the village with one click. Elsewhere this page does not exist.
import { findDemoPerson, listDemoPeople } from '@entregent/core/members/demo.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { demo } from '@entregent/lib/i18n/demo.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form, redirect } from 'react-router'
import { openSession } from '../request/open-session.ts'
import { acted, fieldText, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useLocale } from '../ui/locale.tsx'
import type { Route } from './+types/demo.ts'

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  const { db, demo: isDemo } = context.get(services)
  return { people: await listDemoPeople(db, isDemo) }
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const given = context.get(services)
  const person = await findDemoPerson(given.db, given.demo, fieldText(await readForm(request), 'handle'))
  await openSession(given, request, person)
  return redirect('/')
})

export default function Demo({ loaderData: { people } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = demo[locale]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <h1>{t.title}</h1>
      <p className="lead">{t.text}</p>
      <Form method="post" reloadDocument>
        <ol className="person-list">
          {people.map((person) => {
            const headline = inLocale({ en: person.headlineEn, fr: person.headlineFr }, locale)
            return (
              <li key={person.handle}>
                <Avatar person={{ ...person, photoVersion: 0 }} size="l" />
                <div>
                  <h2>
                    {person.givenName} {person.familyName}
                  </h2>
                  {headline && (
                    <p className="role" lang={headline.locale}>
                      {headline.text}
                    </p>
                  )}
                </div>
                <div className="acts">
                  <button type="submit" name="handle" value={person.handle}>
                    {t.be({ name: person.givenName })}
                  </button>
                </div>
              </li>
            )
          })}
        </ol>
      </Form>
    </main>
  )
}
