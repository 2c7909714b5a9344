// The village into the database, row by row in one transaction with every trigger and check awake: what stands there could have come about
// by use. No mail is asked for: the village's addresses are nobody's.
import { connect, transaction } from '@entregent/core/db/connect.ts'
import { hashPassword } from '@entregent/core/members/password.ts'
import { refuseMembers } from '../bulk-load.ts'
import { conversations, introductions, invitations, ties } from './bonds.ts'
import { villagers } from './people.ts'
import { addConversation, addIntroduction, addInvitation, addTie, type Ids } from './write-bonds.ts'
import { addVillager } from './write-people.ts'

/** Everybody in the village signs in with this password, as `<handle>@village.example`. */
export const villagePassword = 'entregent-village'

/** Writes the village into the database at `url`. Gives the numbers written. Fails with `seed_not_empty`. */
export async function seedVillage(url: string, options: { readonly force?: boolean } = {}): Promise<{ members: number; ties: number }> {
  const passwordHash = await hashPassword(villagePassword)
  const { db, close } = connect(url, { poolSize: 1, statementTimeoutMs: 30_000 })
  try {
    return await transaction(db, async (tx) => {
      const { last } = await tx
        .selectFrom('member')
        .select((eb) => eb.fn.max<number | null>('id').as('last'))
        .executeTakeFirstOrThrow()
      refuseMembers(last ?? 0, options.force)
      const ids: Ids = new Map()
      // One after the other: the order gives the ids, and organizations are shared.
      for (const person of villagers) ids.set(person.handle.split('-')[0] as string, await addVillager(tx, person, passwordHash))
      for (const tie of ties) await addTie(tx, ids, tie)
      for (const invitation of invitations) await addInvitation(tx, ids, invitation)
      for (const conversation of conversations) await addConversation(tx, ids, conversation)
      for (const introduction of introductions) await addIntroduction(tx, ids, introduction)
      return { members: villagers.length, ties: ties.length }
    })
  } finally {
    await close()
  }
}
