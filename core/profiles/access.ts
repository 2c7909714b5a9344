// The only way to a member's profile: by handle, when the viewer may find them. Absent and not allowed look the same.
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Granted, grant } from '@entregent/lib/base/granted.ts'
import type { FindableBy } from '@entregent/lib/base/words.ts'
import { mayFind } from '@entregent/lib/policy/visibility.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'

/** What every feature needs of the person a page is about. */
export interface ProfileOwner {
  readonly id: number
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly findableBy: FindableBy | null
  readonly showsConnections: boolean | null
}

/** One's own profile, to be changed. */
export type OwnProfile = Granted<ProfileOwner, 'edit'>
/** Whoever may change a profile may read it. */
export type Readable = Granted<ProfileOwner, 'read'> | OwnProfile

/** The member of this handle, to be read. Fails with `not_found`. `viewer` is undefined when nobody is signed in. */
export async function accessProfile(
  db: Db,
  viewer: Pick<Viewer, 'id'> | undefined,
  handle: string,
): Promise<Granted<ProfileOwner, 'read'>> {
  const viewerId = viewer?.id ?? 0 // no member has the number 0
  const row = await db
    .selectFrom('member')
    .select(['id', 'handle', 'givenName', 'familyName', 'photoVersion', 'findableBy', 'showsConnections'])
    .select([
      isConnectedTo(viewerId).as('isConnected'),
      isSecondDegreeOf(viewerId).as('isSecondDegree'),
      hasOpenRequestTo(viewerId).as('hasOpenRequest'),
      isIntroducedTo(viewerId).as('isIntroduced'),
    ])
    .where('handle', '=', handle)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found')
  const { isConnected, isSecondDegree, hasOpenRequest, isIntroduced, ...owner } = row
  const facts = {
    findableBy: row.findableBy,
    isSignedIn: viewer !== undefined,
    isSelf: row.id === viewer?.id,
    isConnected,
    isSecondDegree,
    hasOpenRequest,
    isIntroduced,
  }
  if (!mayFind(facts).allowed) throw new AppError('not_found')
  return grant<'read', ProfileOwner>(owner)
}

/** The viewer's own profile, to be changed. */
export async function accessOwnProfile(db: Db, viewer: Pick<Viewer, 'id'>): Promise<Granted<ProfileOwner, 'edit'>> {
  const row = await db
    .selectFrom('member')
    .select(['id', 'handle', 'givenName', 'familyName', 'photoVersion', 'findableBy', 'showsConnections'])
    .where('id', '=', viewer.id)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found')
  return grant<'edit', ProfileOwner>(row)
}

function isConnectedTo(viewerId: number) {
  return sql<boolean>`exists (select from connection c where c.low_id = least(member.id, ${viewerId}::int) and c.high_id = greatest(member.id, ${viewerId}::int))`
}

// One common connection, by a tie of theirs to the person that both its ends let be seen.
function isSecondDegreeOf(viewerId: number) {
  return sql<boolean>`(coalesce(member.shows_connections, false) and exists (
    select from (
      select c.high_id as through from connection c where c.low_id = member.id and not c.hidden_by_low and not c.hidden_by_high
      union all
      select c.low_id from connection c where c.high_id = member.id and not c.hidden_by_low and not c.hidden_by_high
    ) tie
    join member connector on connector.id = tie.through and connector.shows_connections
    join connection mine on mine.low_id = least(tie.through, ${viewerId}::int) and mine.high_id = greatest(tie.through, ${viewerId}::int)
  ))`
}

// An introduction of the two was accepted, whoever asked.
function isIntroducedTo(viewerId: number) {
  return sql<boolean>`exists (
    select from introduction i where i.state = 'accepted'
      and ((i.asker_id = member.id and i.target_id = ${viewerId}::int) or (i.target_id = member.id and i.asker_id = ${viewerId}::int))
  )`
}

// The person invited the viewer, or asks through the viewer or of the viewer, and that is still open.
function hasOpenRequestTo(viewerId: number) {
  return sql<boolean>`(
    exists (select from invitation i where i.from_id = member.id and i.to_id = ${viewerId}::int and i.state = 'open' and i.set_aside_as is null)
    or exists (
      select from introduction i where i.asker_id = member.id and i.closed_at is null and i.expires_at > now() and (
        (i.target_id = ${viewerId}::int and i.state = 'offered')
        or exists (select from introduction_step s where s.introduction_id = i.id and s.connector_id = ${viewerId}::int and s.reached_at is not null)
      )))`
}
