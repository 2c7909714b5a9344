// The statements that peers are asked with must ask what the index answers: held to it on a small network, where SQLite takes no time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMade, writeMade } from '../graph/file.ts'
import { choosePairs } from '../graph/pairs.ts'
import { indexQuestion, pairsFor, type QueryName, queryNames, setsFor } from '../graph/queries.ts'
import { loadSubject } from '../graph/subject.ts'
import { timeQuestions } from '../graph/timing.ts'
import type { OpenPeer } from './peer.ts'
import { sqlite } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'peer-sqlite-'))
const file = join(folder, 'network')
writeMade(file, 1_500, 3)
const made = openMade(file)
const view = { made, isPrivate: true }
const subject = loadSubject(view)
const sets = choosePairs(made, 5, 60, 1)
let peer: OpenPeer

beforeAll(async () => {
  const opened = await sqlite.open(view, folder)
  if (typeof opened === 'string') throw new Error(opened)
  peer = opened
})
afterAll(async () => {
  await peer.close()
  made.close()
  rmSync(folder, { recursive: true })
})

describe('SQLite', () => {
  // The index alone is asked the first three; the third degree takes a peer too long.
  it.each(queryNames.filter((name) => !['degrees-100', 'nearest-20-ranked', 'suggestions-budget', 'third'].includes(name)))(
    'answers %s as the index does.',
    async (name: QueryName) => {
      // Asked again or not, the nearest are the same.
      const ask = peer.questions[name === 'nearest-20-kept' ? 'nearest-20' : name]
      for (const set of setsFor(name)) {
        const pairs = pairsFor(name, sets[set].pairs, subject)
        const ours = timeQuestions(indexQuestion(subject, name, pairs), pairs.viewers.length, 10_000)
        const theirs = await Promise.all(
          Array.from(pairs.viewers, async (viewer, at) =>
            ask?.({ viewer, target: pairs.targets[at] as number, skill: pairs.skills[at] as number }),
          ),
        )
        expect(theirs.length).toBeGreaterThan(0)
        expect(theirs).toEqual([...ours.digests])
      }
    },
  )

  it('is asked about pairs of every degree.', () => {
    const degrees = new Set(
      ['U', 'N'].flatMap((set) => {
        const { viewers, targets } = sets[set as 'U' | 'N'].pairs
        return Array.from(viewers, (viewer, at) => subject.network.degree(viewer, targets[at] as number))
      }),
    )
    expect([...degrees].map(String).sort()).toEqual(['1', '2', '3', 'further'])
  })
})
