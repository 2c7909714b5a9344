// One introduction, as its asker, a connector or the person sees it, with what each may do.
import { accessIntroduction } from '@entregent/core/introductions/access.ts'
import { actOnIntroduction } from '@entregent/core/introductions/act.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { redirect, useSearchParams } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { IntroductionCard } from '../ui/introduction-card.tsx'
import { useLocale } from '../ui/locale.tsx'
import type { Route } from './+types/introduction.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const { memberId: _, ...view } = await accessIntroduction(db, viewer, params.id)
  return { view }
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const form = await readForm(request)
  const done = await actOnIntroduction(db, viewer, params.id, form.act, form.ownWords)
  if (done === 'forward') return redirect('/introductions?done=forwarded')
  if (done === 'set_aside') return redirect('/introductions?done=set_aside')
  return redirect(`/introductions/${params.id}`)
})

export default function Introduction({ loaderData: { view }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = introductions[locale]
  const [query] = useSearchParams()
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      {query.get('done') === 'asked' && view.role === 'asker' && (
        <p className="done-notice" role="status">
          {t.done.asked}
        </p>
      )}
      <IntroductionCard view={view} refusal={actionData} />
    </main>
  )
}
