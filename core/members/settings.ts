// What a member sets for themselves: language, time zone, who finds them, what may reach them and by which way, mail.
import { parseInput } from '@entregent/lib/base/input.ts'
import { type Locale, locales } from '@entregent/lib/base/locale.ts'
import { type Purpose, purposes, type ReachWay, reachWays } from '@entregent/lib/base/words.ts'
import { z } from 'zod'
import { type Db, transaction } from '../db/connect.ts'
import { answerQuestions, findableByAnswer, showsConnectionsAnswer } from './consent.ts'
import { knownTimeZone } from './time-zone.ts'
import type { Viewer } from './viewer.ts'

const localeInput = z.object({ locale: z.enum(locales) })
const timeZoneInput = z.object({
  timeZone: z.string().refine((name) => knownTimeZone(name) !== undefined, 'invalid_choice'),
})
const findableInput = z.object({ findableBy: findableByAnswer })
const connectionsInput = z.object({ showsConnections: showsConnectionsAnswer })
const way = z.enum(reachWays)
const reachInput = z.object(Object.fromEntries(purposes.map((purpose) => [purpose, way])) as Record<Purpose, typeof way>)
const mailInput = z.object({ mail: z.enum(['on', 'paused']) })

/** What may reach the viewer, every purpose with its way, and whether mail is paused. */
export async function findSettings(db: Db, viewer: Viewer): Promise<{ reach: Record<Purpose, ReachWay>; mailPaused: boolean }> {
  const [chosen, member] = await Promise.all([
    db.selectFrom('reachPreference').select(['purpose', 'way']).where('memberId', '=', viewer.id).execute(),
    db.selectFrom('member').select('mailPaused').where('id', '=', viewer.id).executeTakeFirstOrThrow(),
  ])
  const ways = new Map(chosen.map(({ purpose, way }) => [purpose, way]))
  const reach = Object.fromEntries(purposes.map((purpose) => [purpose, ways.get(purpose) ?? 'introduction']))
  return { reach: reach as Record<Purpose, ReachWay>, mailPaused: member.mailPaused }
}

/** Sets the viewer's language; gives it. */
export async function setLocale(db: Db, viewer: Viewer, raw: unknown): Promise<Locale> {
  const { locale } = parseInput(localeInput, raw)
  await db.updateTable('member').set({ locale }).where('id', '=', viewer.id).execute()
  return locale
}

/** Sets the viewer's time zone. */
export async function setTimeZone(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  const { timeZone } = parseInput(timeZoneInput, raw)
  await db.updateTable('member').set({ timeZone }).where('id', '=', viewer.id).execute()
}

/** Sets who may find the viewer, and records it as a consent. */
export async function setFindableBy(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  await answerQuestions(db, viewer.id, parseInput(findableInput, raw), viewer.locale)
}

/** Sets whether the viewer's connections may show others a way, and records it as a consent. */
export async function setShowsConnections(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  await answerQuestions(db, viewer.id, parseInput(connectionsInput, raw), viewer.locale)
}

/** Sets the way by which each purpose may reach the viewer. */
export async function setReach(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  const ways = parseInput(reachInput, raw)
  await transaction(db, (tx) =>
    tx
      .insertInto('reachPreference')
      .values(purposes.map((purpose) => ({ memberId: viewer.id, purpose, way: ways[purpose] })))
      .onConflict((conflict) => conflict.columns(['memberId', 'purpose']).doUpdateSet((eb) => ({ way: eb.ref('excluded.way') })))
      .execute(),
  )
}

/** Pauses the viewer's mail, or lets it come again. What is needed to sign in always comes. */
export async function setMailPaused(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  const { mail } = parseInput(mailInput, raw)
  await db
    .updateTable('member')
    .set({ mailPaused: mail === 'paused' })
    .where('id', '=', viewer.id)
    .execute()
}
