// Asking to reach a person: along the way in that the address names, or straight where the person takes a purpose directly.
import { askIntroduction } from '@entregent/core/introductions/ask.ts'
import { accessProfile } from '@entregent/core/profiles/access.ts'
import { listReach } from '@entregent/core/reachability/reach.ts'
import { findWay, listWaysIn } from '@entregent/core/reachability/ways-in.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { introductionNoteLimit } from '@entregent/lib/base/limits.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Form, Link, redirect } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { FormNotice, Select, TextArea } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { WayLine } from '../ui/way-line.tsx'
import { WayReason } from '../ui/ways-in.tsx'
import type { Route } from './+types/ask.ts'

export const loader = loaded(async ({ context, request, params }: Route.LoaderArgs) => {
  const { db, viewer, networkIndex } = signedIn(context)
  const target = await accessProfile(db, viewer, params.handle)
  const via = viaOf(request)
  const { ways } = await listWaysIn(db, networkIndex, viewer, target)
  const way =
    via.length > 0
      ? (ways.find(({ key }) => key === via.join(',')) ?? (await findWay(db, networkIndex, viewer, target, via))?.view)
      : undefined
  if (via.length > 0 && !way) throw new AppError('introduction_no_way')
  const purposes = (await listReach(db, target)).filter((choice) => (way ? choice.way !== 'never' : choice.way === 'direct'))
  const { handle, givenName, familyName, photoVersion } = target
  return { target: { handle, givenName, familyName, photoVersion }, way, purposes: purposes.map(({ purpose }) => purpose) }
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) => {
  const { db, viewer, networkIndex } = signedIn(context)
  const { purpose, noteToConnector, noteToTarget } = await readForm(request)
  const asked = { targetHandle: params.handle, connectorHandles: viaOf(request), purpose, noteToConnector, noteToTarget }
  const id = await askIntroduction(db, networkIndex, viewer, asked)
  return redirect(`/introductions/${id}?done=asked`)
})

export default function Ask({ loaderData: { target, way, purposes }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = introductions[locale]
  const connector = way?.connectors[0]
  const fullName = `${target.givenName} ${target.familyName}`
  const title = connector ? t.askThrough({ name: connector.givenName, target: fullName }) : t.askTitle({ target: fullName })
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${title} — ${shell[locale].product}`}</title>
      <h1>{title}</h1>
      {way && connector ? (
        <div className="card">
          <WayLine people={['you', ...way.connectors, target]} strong={way.ties.map(({ strong }) => strong)} />
          <WayReason way={way} target={target} />
        </div>
      ) : null}
      <p className="lead">
        {connector
          ? t.askThroughText({ name: connector.givenName, target: target.givenName })
          : t.askDirectText({ target: target.givenName })}
      </p>
      {purposes.length === 0 ? (
        <>
          <p className="empty">{t.noPurpose({ target: target.givenName })}</p>
          <Link className="button" to={`/p/${target.handle}`}>
            {t.choose}
          </Link>
        </>
      ) : (
        <Form method="post" className="form">
          <FormNotice refusal={actionData} />
          <Select label={t.purpose} hint={t.purposeHint({ target: target.givenName })} name="purpose" defaultValue="" refusal={actionData}>
            <option value="">{t.choosePurpose}</option>
            {purposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {words[locale].purpose[purpose]}
              </option>
            ))}
          </Select>
          {connector && (
            <TextArea
              label={t.noteToConnector({ name: connector.givenName })}
              hint={t.noteToConnectorHint({ target: target.givenName })}
              name="noteToConnector"
              maxLength={introductionNoteLimit}
              refusal={actionData}
            />
          )}
          <TextArea
            label={t.noteToTarget({ target: target.givenName })}
            hint={t.noteToTargetHint({ target: target.givenName })}
            name="noteToTarget"
            maxLength={introductionNoteLimit}
            refusal={actionData}
          />
          <p className="hint">{t.quiet}</p>
          <p className="acts">
            <button type="submit" data-kind="primary">
              {connector ? t.askButton({ name: connector.givenName }) : t.sendDirect}
            </button>
            <Link to={`/p/${target.handle}`}>{shell[locale].cancel}</Link>
          </p>
        </Form>
      )}
    </main>
  )
}

/** The parts of the way's key: none asks the person straight. More than two are no way. */
function viaOf(request: Request): string[] {
  return (new URL(request.url).searchParams.get('via') ?? '').split(',').filter(Boolean)
}
