// The positions and courses of study of one's own profile: add, change, remove. Titles in one language at least; months in order.
import { AppError } from '@entregent/lib/base/errors.ts'
import { line, month, optionalLine, optionalMonth, optionalParagraph, parseInput, refuseField } from '@entregent/lib/base/input.ts'
import { seniorities } from '@entregent/lib/base/words.ts'
import { z } from 'zod'
import type { Db, Tx } from '../db/connect.ts'
import { organizationNamed } from '../organizations/organizations.ts'
import type { OwnProfile } from './access.ts'
import { editing, versionInput } from './edit.ts'

/** Positions, and courses of study, that one profile may hold. */
export const careerLimit = 60

const titleLimit = 160
const emptyToNull = (value: unknown) => value || null

const positionInput = z
  .object({
    version: versionInput,
    organization: line(160),
    titleEn: optionalLine(titleLimit),
    titleFr: optionalLine(titleLimit),
    seniority: z.preprocess(emptyToNull, z.enum(seniorities).nullable()),
    descriptionEn: optionalParagraph(2_000),
    descriptionFr: optionalParagraph(2_000),
    place: optionalLine(100),
    startedOn: month,
    endedOn: optionalMonth,
  })
  .superRefine(({ titleEn, titleFr, startedOn, endedOn }, context) => {
    if (titleEn === null && titleFr === null) {
      for (const field of ['titleEn', 'titleFr']) context.addIssue({ code: 'custom', message: 'required', path: [field] })
    }
    if (endedOn !== null && endedOn < startedOn) context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['endedOn'] })
  })

const educationInput = z
  .object({
    version: versionInput,
    organization: line(160),
    degreeEn: optionalLine(titleLimit),
    degreeFr: optionalLine(titleLimit),
    fieldEn: optionalLine(titleLimit),
    fieldFr: optionalLine(titleLimit),
    startedOn: optionalMonth,
    endedOn: optionalMonth,
  })
  .superRefine(({ startedOn, endedOn }, context) => {
    if (startedOn !== null && endedOn !== null && endedOn < startedOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['endedOn'] })
  })

const removalInput = z.object({ version: versionInput })

/** Adds a position; gives its id. Fails with `invalid_input` or `stale_version`. */
export async function addPosition(db: Db, own: OwnProfile, raw: unknown): Promise<string> {
  const { version, ...position } = parseInput(positionInput, raw)
  return editing(db, own, version, async (tx) => {
    await refuseMoreThan(tx, own, 'position')
    const values = { ...(await positionColumns(tx, position)), memberId: own.id }
    const { id } = await tx.insertInto('position').values(values).returning('id').executeTakeFirstOrThrow()
    return id
  })
}

/** Changes a position of one's own. Fails with `invalid_input`, `stale_version`, or `not_found`. */
export async function updatePosition(db: Db, own: OwnProfile, id: string, raw: unknown): Promise<void> {
  const { version, ...position } = parseInput(positionInput, raw)
  await editing(db, own, version, async (tx) => {
    const columns = await positionColumns(tx, position)
    const done = await tx.updateTable('position').set(columns).where('id', '=', rowId(id)).where('memberId', '=', own.id).executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new AppError('not_found')
  })
}

/** Adds a course of study; gives its id. Fails with `invalid_input` or `stale_version`. */
export async function addEducation(db: Db, own: OwnProfile, raw: unknown): Promise<string> {
  const { version, ...education } = parseInput(educationInput, raw)
  return editing(db, own, version, async (tx) => {
    await refuseMoreThan(tx, own, 'education')
    const values = { ...(await educationColumns(tx, education)), memberId: own.id }
    const { id } = await tx.insertInto('education').values(values).returning('id').executeTakeFirstOrThrow()
    return id
  })
}

/** Changes a course of study of one's own. Fails with `invalid_input`, `stale_version`, or `not_found`. */
export async function updateEducation(db: Db, own: OwnProfile, id: string, raw: unknown): Promise<void> {
  const { version, ...education } = parseInput(educationInput, raw)
  await editing(db, own, version, async (tx) => {
    const columns = await educationColumns(tx, education)
    const done = await tx
      .updateTable('education')
      .set(columns)
      .where('id', '=', rowId(id))
      .where('memberId', '=', own.id)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new AppError('not_found')
  })
}

/** Removes a position or a course of study of one's own. Fails with `stale_version`, or `not_found`. */
export async function removeFromCareer(db: Db, own: OwnProfile, kind: 'position' | 'education', id: string, raw: unknown): Promise<void> {
  const { version } = parseInput(removalInput, raw)
  await editing(db, own, version, async (tx) => {
    const done = await tx.deleteFrom(kind).where('id', '=', rowId(id)).where('memberId', '=', own.id).executeTakeFirst()
    if (done.numDeletedRows === 0n) throw new AppError('not_found')
  })
}

async function positionColumns(tx: Tx, { organization, startedOn, endedOn, ...rest }: Omit<z.output<typeof positionInput>, 'version'>) {
  return { ...rest, organizationId: await organizationNamed(tx, organization), startedOn: `${startedOn}-01`, endedOn: firstDay(endedOn) }
}

async function educationColumns(tx: Tx, { organization, startedOn, endedOn, ...rest }: Omit<z.output<typeof educationInput>, 'version'>) {
  return { ...rest, organizationId: await organizationNamed(tx, organization), startedOn: firstDay(startedOn), endedOn: firstDay(endedOn) }
}

const firstDay = (month: string | null) => month && `${month}-01`

// What is no id is the id of nothing.
function rowId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new AppError('not_found')
  return id
}

async function refuseMoreThan(tx: Tx, own: OwnProfile, kind: 'position' | 'education'): Promise<void> {
  const { count } = await tx
    .selectFrom(kind)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('memberId', '=', own.id)
    .executeTakeFirstOrThrow()
  if (count >= careerLimit) refuseField('organization', 'too_many', careerLimit)
}
