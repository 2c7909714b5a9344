// Who sees what of an introduction. The asker: how far it went, never who let it rest. A connector: from the moment it lies before
// them. The person: from the moment it is offered. Everybody else, and everybody before: not found.
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Granted, grant } from '@entregent/lib/base/granted.ts'
import type { IntroductionState, Purpose } from '@entregent/lib/base/words.ts'
import { type IntroductionAct, introductionActs, shownState } from '@entregent/lib/policy/introduction.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface Person {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headlineEn: string | null
  readonly headlineFr: string | null
}

interface Shared {
  readonly id: string
  readonly memberId: number
  readonly purpose: Purpose
  readonly state: IntroductionState
  readonly asker: Person
  readonly target: Person
  readonly noteToTarget: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly acts: readonly IntroductionAct[]
}

export interface AskedView extends Shared {
  readonly role: 'asker'
  /** In order; null: one whom the asker may not find. */
  readonly connectors: readonly { readonly person: Person | null; readonly forwarded: boolean }[]
  /** What the asker wrote to the first connector. */
  readonly noteToConnector: string | null
  readonly closedAs: 'withdrawn' | 'expired' | null
  readonly closedAt: Date | null
  readonly conversationWith: string | null
}

export interface ForwardView extends Shared {
  readonly role: 'connector'
  /** Who brought it: the asker, or the connector before. */
  readonly from: Person
  /** To whom it goes when forwarded: the next connector, or the person. */
  readonly to: Person
  readonly noteToConnector: string | null
  /** When this connector forwarded it, and with which words. */
  readonly forwardedAt: Date | null
  readonly ownWords: string | null
  readonly setAside: boolean
}

export interface OfferedView extends Shared {
  readonly role: 'target'
  /** In order from the asker; the last is the person's own connection. Null: one whom the person may not find. */
  readonly connectors: readonly (Person | null)[]
  readonly connectorNote: string | null
  readonly setAside: boolean
  readonly conversationWith: string | null
}

export type IntroductionView = AskedView | ForwardView | OfferedView

/** The introduction as this member may see it. Fails with `not_found`. */
export async function accessIntroduction(db: Db, viewer: { readonly id: number }, id: string): Promise<Granted<IntroductionView, 'read'>> {
  return grant<'read', IntroductionView>(await readView(db, viewer.id, id))
}

/** The viewer's own request. Fails with `not_found`. */
export async function accessAskedIntroduction(
  db: Db,
  viewer: { readonly id: number },
  id: string,
): Promise<Granted<AskedView, 'withdraw'>> {
  const view = await readView(db, viewer.id, id)
  if (view.role !== 'asker') throw new AppError('not_found')
  return grant<'withdraw', AskedView>(view)
}

/** A request that lies, or lay, before the viewer as connector. Fails with `not_found`. */
export async function accessIntroductionToForward(
  db: Db,
  viewer: { readonly id: number },
  id: string,
): Promise<Granted<ForwardView, 'forward'>> {
  const view = await readView(db, viewer.id, id)
  if (view.role !== 'connector') throw new AppError('not_found')
  return grant<'forward', ForwardView>(view)
}

/** A request that is, or was, offered to the viewer. Fails with `not_found`. */
export async function accessOfferedIntroduction(
  db: Db,
  viewer: { readonly id: number },
  id: string,
): Promise<Granted<OfferedView, 'answer'>> {
  const view = await readView(db, viewer.id, id)
  if (view.role !== 'target') throw new AppError('not_found')
  return grant<'answer', OfferedView>(view)
}

interface Row {
  readonly askerId: number
  readonly targetId: number
  readonly purpose: Purpose
  readonly noteToTarget: string
  readonly connectorNote: string | null
  readonly state: IntroductionState
  readonly closedAs: 'withdrawn' | 'expired' | null
  readonly setAsideAt: Date | null
  readonly conversationId: string | null
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly closedAt: Date | null
  readonly position: number | null
  readonly connectorId: number | null
  readonly noteToConnector: string | null
  readonly reachedAt: Date | null
  readonly forwardedAt: Date | null
  readonly stepSetAsideAt: Date | null
}

async function readView(db: Db, viewerId: number, id: string): Promise<IntroductionView> {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/u.test(id)) throw new AppError('not_found')
  const { rows } = await sql<Row>`
    select i.asker_id, i.target_id, i.purpose, i.note_to_target, i.connector_note, i.state, i.closed_as, i.set_aside_at, i.conversation_id,
           i.asked_at, i.expires_at, i.closed_at, s.position, s.connector_id, s.note_to_connector, s.reached_at, s.forwarded_at,
           s.set_aside_at as step_set_aside_at
    from introduction i left join introduction_step s on s.introduction_id = i.id
    where i.id = ${id}::uuid
    order by s.position`.execute(db)
  const row = rows[0]
  if (!row) throw new AppError('not_found')
  const steps = rows.filter(({ connectorId }) => connectorId !== null)
  const own = steps.find(({ connectorId }) => connectorId === viewerId)
  const offered = steps.every(({ forwardedAt }) => forwardedAt !== null)
  const role =
    row.askerId === viewerId ? 'asker' : row.targetId === viewerId && offered ? 'target' : own?.reachedAt ? 'connector' : undefined
  if (!role) throw new AppError('not_found')
  const people = await readPeople(db, viewerId, [row.askerId, row.targetId, ...steps.map(({ connectorId }) => connectorId as number)])
  const state = shownState(row, new Date())
  const setAside = (role === 'target' ? row.setAsideAt : (own?.stepSetAsideAt ?? null)) !== null
  const shared = {
    id,
    memberId: viewerId,
    purpose: row.purpose,
    state,
    asker: people.named(row.askerId),
    target: people.named(row.targetId),
    noteToTarget: row.noteToTarget,
    askedAt: row.askedAt,
    expiresAt: row.expiresAt,
    acts: introductionActs({ role, state, reached: own?.reachedAt !== null, forwarded: (own?.forwardedAt ?? null) !== null, setAside }),
  }
  if (role === 'asker') {
    return {
      ...shared,
      role,
      connectors: steps.map((step, index) => ({
        person: index === 0 ? people.named(step.connectorId as number) : people.found(step.connectorId as number),
        forwarded: step.forwardedAt !== null,
      })),
      noteToConnector: steps[0]?.noteToConnector ?? null,
      closedAs: state === 'closed' ? (row.closedAs ?? 'expired') : null,
      closedAt: state === 'closed' ? (row.closedAt ?? row.expiresAt) : row.closedAt,
      conversationWith: row.conversationId && people.named(row.targetId).handle,
    }
  }
  if (role === 'target') {
    return {
      ...shared,
      role,
      connectors: steps.map((step, index) =>
        index === steps.length - 1 ? people.named(step.connectorId as number) : people.found(step.connectorId as number),
      ),
      connectorNote: row.connectorNote,
      setAside,
      conversationWith: row.conversationId && people.named(row.askerId).handle,
    }
  }
  const position = own?.position ?? 1
  const next = steps[position]
  return {
    ...shared,
    role,
    from: people.named(steps[position - 2]?.connectorId ?? row.askerId),
    to: people.named(next?.connectorId ?? row.targetId),
    noteToConnector: own?.noteToConnector ?? null,
    forwardedAt: own?.forwardedAt ?? null,
    ownWords: own?.forwardedAt ? (next ? next.noteToConnector : row.connectorNote) : null,
    setAside,
  }
}

// Neighbours in the chain know each other, and asker and person are told to each connector: these are named. Others only when they
// let more than their own connections find them.
async function readPeople(db: Db, viewerId: number, ids: readonly number[]) {
  const { rows } = await sql<Person & { id: number; findable: boolean }>`
    select m.id, m.handle, m.given_name, m.family_name, m.photo_version, p.headline_en, p.headline_fr,
           coalesce(m.findable_by, 'nobody') <> 'nobody' or m.id = ${viewerId} or exists (
             select from connection c where c.low_id = least(m.id, ${viewerId}::int) and c.high_id = greatest(m.id, ${viewerId}::int)
           ) as findable
    from member m left join profile p on p.member_id = m.id
    where m.id = any (${ids}::int[])`.execute(db)
  const byId = new Map(rows.map(({ id, ...person }) => [id, person]))
  const read = (id: number) => {
    const person = byId.get(id)
    if (!person) throw new AppError('not_found')
    return person
  }
  return {
    named(id: number): Person {
      const { findable: _, ...person } = read(id)
      return person
    },
    found(id: number): Person | null {
      const { findable, ...person } = read(id)
      return findable ? person : null
    },
  }
}
