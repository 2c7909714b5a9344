// Where the records are that may be one person with a given one: hashed by all that identifies, so that no two records are compared that
// share nothing. A block that grows beyond the bound (an office's address, a switchboard, a name that thousands bear) is cut by name.
import { relationKeys } from './name-comparison.ts'
import type { PersonKeys } from './person-keys.ts'
import { phoneBlock } from './phone-identity.ts'

/** The places of records that share a key, in order; most blocks have one member and are that number. */
interface Block {
  readonly members: number[]
  /** Members by folded name; made when the block outgrows the bound. */
  byName?: Map<string, number[]>
}

export interface PersonIndex {
  readonly blocks: Map<string, number | Block>
  readonly keys: PersonKeys[]
}

/** Largest number of records of one block that are all compared with a record. */
const bound = 32
/** Of records that share a name and an over-full block, or a name only, so many are compared: the earliest. */
const sameNameBound = 8

export const emptyIndex = (): PersonIndex => ({ blocks: new Map(), keys: [] })

/** Puts a record's keys in place `at`; again with more keys after the record has grown. */
export function addToIndex(index: PersonIndex, at: number, keys: PersonKeys): void {
  const before = index.keys[at]
  index.keys[at] = keys
  const known = before === undefined ? none : new Set(blockKeys(before))
  for (const key of blockKeys(keys)) {
    if (known.has(key)) continue
    const block = index.blocks.get(key)
    if (block === undefined) index.blocks.set(key, at)
    else if (typeof block === 'number') {
      if (block !== at) index.blocks.set(key, { members: [block, at] })
    } else if (block.members.at(-1) !== at) {
      block.members.push(at)
      if (block.byName !== undefined) pushTo(block.byName, nameAt(index, at), at)
    }
  }
}

const none: ReadonlySet<string> = new Set()

const nameAt = (index: PersonIndex, at: number) => index.keys[at]?.names[0]?.sorted ?? ''

/** A record that may be the same person; `isCrowded`: all that they share is shared by several different names. */
export interface Candidate {
  readonly at: number
  readonly isCrowded: boolean
}

/** The records worth comparing with one of these keys, each once, in the order of their places. */
export function candidates(index: PersonIndex, keys: PersonKeys): Candidate[] {
  const found = new Map<number, boolean>()
  for (const key of blockKeys(keys)) {
    const block = index.blocks.get(key)
    if (block === undefined) continue
    if (typeof block === 'number') {
      found.set(block, false)
      continue
    }
    const crowded = (key.startsWith('e') || key.startsWith('p')) && isCrowdedBlock(index, block)
    for (const at of membersFor(index, block, key, keys)) found.set(at, (found.get(at) ?? true) && crowded)
  }
  const all = [...found].map(([at, isCrowded]) => ({ at, isCrowded }))
  return all.length < 2 ? all : all.sort((a, b) => a.at - b.at)
}

/** More than two names in one block: nobody in particular is meant. */
function isCrowdedBlock(index: PersonIndex, block: Block): boolean {
  if (block.members.length < 3) return false
  if (block.byName !== undefined) return block.byName.size > 2
  const names = new Set<string>()
  return block.members.some((at) => names.add(nameAt(index, at)).size > 2)
}

function membersFor(index: PersonIndex, block: Block, key: string, keys: PersonKeys): readonly number[] {
  if (block.members.length <= (key.startsWith('n') || key.startsWith('s') ? sameNameBound : bound)) return block.members
  if (block.byName === undefined) {
    block.byName = new Map()
    for (const at of block.members) pushTo(block.byName, nameAt(index, at), at)
  }
  const names = keys.names.length === 0 ? [''] : keys.names.map((name) => name.sorted)
  return names.flatMap((name) => block.byName?.get(name)?.slice(0, sameNameBound) ?? [])
}

function pushTo(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [at])
  else list.push(at)
}

/** One letter for the kind of key, so that no address is ever a name. A key may come twice. */
function blockKeys(keys: PersonKeys): string[] {
  const blocks: string[] = []
  for (const email of keys.emails) blocks.push(`e${email}`)
  for (const phone of keys.phones) blocks.push(`p${phoneBlock(phone) ?? ''}`)
  for (const identity of keys.linkedIn) blocks.push(`l${identity}`)
  for (const uid of keys.uids) blocks.push(`u${uid}`)
  for (const name of keys.names) {
    if (!name.sorted.includes(' ')) continue
    blocks.push(`n${name.sorted}`)
    for (const key of relationKeys(name)) blocks.push(`s${key}`)
  }
  if (keys.fingerprint !== undefined) blocks.push(`x${keys.fingerprint}`)
  return blocks
}
