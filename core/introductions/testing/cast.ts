// The people of an introduction, for tests, and each act in one line.
import { isAppError } from '@entregent/lib/base/errors.ts'
import type { Db } from '../../db/connect.ts'
import { addConnection, addMember } from '../../db/testing/people.ts'
import { viewerOf } from '../../members/testing/viewer-of.ts'
import type { Viewer } from '../../members/viewer.ts'
import { indexOf } from '../../reachability/testing/index-of.ts'
import { accessAskedIntroduction, accessIntroductionToForward, accessOfferedIntroduction } from '../access.ts'
import { acceptIntroduction, closeIntroductionAtDeadline, forwardIntroduction, withdrawIntroduction } from '../answer.ts'
import { askIntroduction } from '../ask.ts'

export interface Cast {
  readonly asker: Viewer
  readonly first: Viewer
  readonly second: Viewer
  readonly target: Viewer
}

/** asker – first – target, and first – second – target: two ways in, of two and of three steps. */
export async function addCast(db: Db, suffix = ''): Promise<Cast> {
  const member = async (name: string) => viewerOf(db, await addMember(db, `${name} Test`, { handle: `${name.toLowerCase()}${suffix}` }))
  const cast = {
    asker: await member('Asker'),
    first: await member('First'),
    second: await member('Second'),
    target: await member('Target'),
  }
  await addConnection(db, cast.asker.id, cast.first.id)
  await addConnection(db, cast.first.id, cast.target.id)
  await addConnection(db, cast.first.id, cast.second.id)
  await addConnection(db, cast.second.id, cast.target.id)
  return cast
}

export async function ask(
  db: Db,
  asker: Viewer,
  target: Viewer,
  through: readonly Viewer[],
  values: Record<string, unknown> = {},
): Promise<string> {
  return askIntroduction(db, await indexOf(db), asker, {
    targetHandle: target.handle,
    connectorHandles: through.map(({ handle }) => handle),
    purpose: 'expertise',
    noteToConnector: 'Could you?',
    noteToTarget: 'May I ask you something?',
    ...values,
  })
}

export const forward = async (db: Db, connector: Viewer, id: string, ownWords = '') =>
  forwardIntroduction(db, await accessIntroductionToForward(db, connector, id), { ownWords })
export const accept = async (db: Db, target: Viewer, id: string) => acceptIntroduction(db, await accessOfferedIntroduction(db, target, id))
export const withdraw = async (db: Db, asker: Viewer, id: string) => withdrawIntroduction(db, await accessAskedIntroduction(db, asker, id))
export const kinds = async (db: Db) =>
  (await db.selectFrom('outbox').select('kind').where('kind', 'like', 'mail.%').orderBy('id').execute()).map(({ kind }) => kind)
export const passDeadline = async (db: Db, id: string) => {
  await db
    .updateTable('introduction')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('id', '=', id)
    .execute()
  await closeIntroductionAtDeadline(db, id)
}

/** Runs all at once; gives the codes of those that failed, 'won' for the others. Anything unforeseen fails the test. */
export async function race(runs: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const results = await Promise.allSettled(runs.map((run) => run()))
  return results.map((result) => {
    if (result.status === 'fulfilled') return 'won'
    if (!isAppError(result.reason)) throw result.reason
    return result.reason.code
  })
}
