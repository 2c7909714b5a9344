// What a peer is to the bench: an engine that holds the made network in its own way and answers some of the questions with checksums that must
// equal the index's.
import type { QueryName } from '../graph/queries.ts'
import type { View } from '../graph/ties.ts'

export interface Asked {
  readonly viewer: number
  readonly target: number
  readonly skill: number
}

/** Asks one question and gives the checksum of its answer. */
export type Ask = (asked: Asked) => Promise<number> | number

export interface OpenPeer {
  readonly questions: Partial<Record<QueryName, Ask>>
  /** Bytes on disk, or in memory where it has no disk. */
  storageBytes(): Promise<number> | number
  close(): Promise<void>
}

/** In the order in which they are asked. */
export const peerNames = [
  'sqlite',
  'postgresql joins',
  'postgresql intarray',
  'postgresql recursive',
  'redis',
  'duckdb',
  'ladybugdb',
  'graphology',
] as const
export type PeerName = (typeof peerNames)[number]

export interface Peer {
  readonly name: PeerName
  /** Above so many members it is left out. */
  readonly atMost?: number
  /** Opens it with the network in it, loaded when it is not there yet; a sentence where the machine lacks something. */
  open(view: View, folder: string): Promise<OpenPeer | string>
}
