// Changing one's own profile. Every change names the version it was made on and raises it: of two windows that change the same
// version, the second is refused with `stale_version`, so that nobody's text is overwritten unseen.
import { AppError } from '@entregent/lib/base/errors.ts'
import { line, optionalLine, optionalParagraph, parseInput } from '@entregent/lib/base/input.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import type { OwnProfile } from './access.ts'

/** The version that a change was made on, as a form or a body gives it. */
export const versionInput = z.coerce.number().int().min(0).max(2_147_483_647)

/** Characters of a headline, of a summary, of a name. */
export const headlineLimit = 160
export const summaryLimit = 4_000
export const nameLimit = 80

const aboutInput = z.object({
  version: versionInput,
  givenName: line(nameLimit),
  familyName: line(nameLimit),
  headlineEn: optionalLine(headlineLimit),
  headlineFr: optionalLine(headlineLimit),
  place: optionalLine(100),
  country: z
    .string()
    .nullish()
    .transform((code) => code?.trim().toUpperCase() || null)
    .pipe(
      z
        .string()
        .regex(/^[A-Z]{2}$/u)
        .nullable(),
    ),
})
const summaryInput = z.object({
  version: versionInput,
  summaryEn: optionalParagraph(summaryLimit),
  summaryFr: optionalParagraph(summaryLimit),
})

/** Sets names, headline and place. Fails with `invalid_input` or `stale_version`. */
export async function updateAbout(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version, givenName, familyName, ...about } = parseInput(aboutInput, raw)
  await editing(db, own, version, async (tx) => {
    await tx.updateTable('profile').set(about).where('memberId', '=', own.id).execute()
    await tx
      .updateTable('member')
      .set({ givenName, familyName })
      .where('id', '=', own.id)
      // The same name is no change: it would rebuild the search text twice.
      .where(({ or, eb }) => or([eb('givenName', '<>', givenName), eb('familyName', '<>', familyName)]))
      .execute()
  })
}

/** Sets the summary. Fails with `invalid_input` or `stale_version`. */
export async function updateSummary(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version, ...summary } = parseInput(summaryInput, raw)
  await editing(db, own, version, (tx) => tx.updateTable('profile').set(summary).where('memberId', '=', own.id).execute())
}

/**
 * Does `work` in one transaction if the profile still has this version, and raises the version; its row stays locked meanwhile, so
 * changes of one profile come one after the other. Fails with `stale_version` otherwise.
 */
export async function editing<Result>(db: Db, own: OwnProfile, version: number, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transaction(db, async (tx) => {
    // Version 0 is a profile without a row yet.
    if (version === 0) {
      await tx
        .insertInto('profile')
        .values({ memberId: own.id, version: 0 })
        .onConflict((conflict) => conflict.column('memberId').doNothing())
        .execute()
    }
    const raised = await tx
      .updateTable('profile')
      .set({ version: sql<number>`version + 1`, updatedAt: sql<Date>`now()` })
      .where('memberId', '=', own.id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (raised.numUpdatedRows === 0n) throw new AppError('stale_version')
    return work(tx)
  })
}
