// One act on an introduction by its name, as a form or a link in a mail gives it. Which acts there are for whom: lib/policy.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Db } from '../db/connect.ts'
import { accessAskedIntroduction, accessIntroduction, accessIntroductionToForward, accessOfferedIntroduction } from './access.ts'
import { acceptIntroduction, bringBackIntroduction, forwardIntroduction, setAsideIntroduction, withdrawIntroduction } from './answer.ts'

/**
 * Does what the member chose, with their own words where they pass it on. Gives the act. Fails with `not_found` when it is not theirs
 * to do, and as the acts do.
 */
export async function actOnIntroduction(
  db: Db,
  viewer: { readonly id: number },
  id: string,
  act: unknown,
  ownWords: unknown,
): Promise<'forward' | 'accept' | 'withdraw' | 'set_aside' | 'bring_back'> {
  switch (act) {
    case 'forward':
      await forwardIntroduction(db, await accessIntroductionToForward(db, viewer, id), { ownWords })
      return act
    case 'accept':
      await acceptIntroduction(db, await accessOfferedIntroduction(db, viewer, id))
      return act
    case 'withdraw':
      await withdrawIntroduction(db, await accessAskedIntroduction(db, viewer, id))
      return act
    case 'set_aside':
      await setAsideIntroduction(db, await accessToRest(db, viewer, id))
      return act
    case 'bring_back':
      await bringBackIntroduction(db, await accessToRest(db, viewer, id))
      return act
    default:
      throw new AppError('not_found')
  }
}

async function accessToRest(db: Db, viewer: { readonly id: number }, id: string) {
  const { role } = await accessIntroduction(db, viewer, id)
  return role === 'connector' ? accessIntroductionToForward(db, viewer, id) : accessOfferedIntroduction(db, viewer, id)
}
