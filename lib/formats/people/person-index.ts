// Where the records are that may be one person with a given one: hashed by all that identifies, so that no two records are compared that
// share nothing. A block that grows beyond the bound (an office's address, a switchboard, a name that thousands bear) is cut by name.
import { type NameKey, relationKeys } from './name-comparison.ts'
import type { PersonKeys } from './person-keys.ts'
import { phoneBlock } from './phone-identity.ts'

interface Block {
  readonly members: number[]
  /** Folded names of the members: of more than two, nobody in particular is meant. */
  readonly names: Set<string>
  /** Made when the block outgrows the bound. */
  byName?: Map<string, number[]>
}

export interface PersonIndex {
  readonly blocks: Map<string, Block>
  readonly keys: PersonKeys[]
}

/** Largest number of records of one block that are all compared with a record. */
const bound = 32
/** Of records that share a name and an over-full block, or a name only, so many are compared: the earliest. */
const sameNameBound = 8

export const emptyIndex = (): PersonIndex => ({ blocks: new Map(), keys: [] })

/** Puts a record's keys in place `index`; again with more keys after the record has grown. */
export function addToIndex(index: PersonIndex, at: number, keys: PersonKeys): void {
  const before = index.keys[at]
  index.keys[at] = keys
  const known = before === undefined ? new Set<string>() : new Set(blockKeys(before))
  const name = keys.names[0]?.sorted ?? ''
  for (const key of blockKeys(keys)) {
    const block = index.blocks.get(key) ?? { members: [], names: new Set<string>() }
    index.blocks.set(key, block)
    if (block.names.size <= 3) block.names.add(name)
    if (known.has(key)) continue
    block.members.push(at)
    if (block.byName !== undefined) pushTo(block.byName, name, at)
  }
}

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
    const crowded = block.names.size > 2 && (key.startsWith('e') || key.startsWith('p'))
    for (const at of membersFor(index, block, key, keys)) found.set(at, (found.get(at) ?? true) && crowded)
  }
  return [...found].map(([at, isCrowded]) => ({ at, isCrowded })).sort((a, b) => a.at - b.at)
}

function membersFor(index: PersonIndex, block: Block, key: string, keys: PersonKeys): readonly number[] {
  if (block.members.length <= (key.startsWith('n') || key.startsWith('s') ? sameNameBound : bound)) return block.members
  if (block.byName === undefined) {
    block.byName = new Map()
    for (const at of block.members) pushTo(block.byName, index.keys[at]?.names[0]?.sorted ?? '', at)
  }
  const names = keys.names.length === 0 ? [''] : keys.names.map((name) => name.sorted)
  return names.flatMap((name) => block.byName?.get(name)?.slice(0, sameNameBound) ?? [])
}

function pushTo(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [at])
  else list.push(at)
}

/** One letter for the kind of key, so that no address is ever a name. */
function blockKeys(keys: PersonKeys): Set<string> {
  const blocks = new Set<string>()
  for (const email of keys.emails) blocks.add(`e${email}`)
  for (const phone of keys.phones) {
    const block = phoneBlock(phone)
    if (block !== undefined) blocks.add(`p${block}`)
  }
  for (const identity of keys.linkedIn) blocks.add(`l${identity}`)
  for (const uid of keys.uids) blocks.add(`u${uid}`)
  for (const name of keys.names) addNameBlocks(blocks, name)
  if (keys.fingerprint !== undefined) blocks.add(`x${keys.fingerprint}`)
  return blocks
}

function addNameBlocks(blocks: Set<string>, name: NameKey): void {
  if (!name.sorted.includes(' ')) return
  blocks.add(`n${name.sorted}`)
  for (const key of relationKeys(name)) blocks.add(`s${key}`)
}
