import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const mebibyte = 2 ** 20

interface Told {
  readonly contacts: number
  readonly skips: number
  readonly notes: number
}

/** Reads in a thread that dies when its heap would grow over 64 MB, young and old together. */
function readWithin64Mb(bytes: number): Promise<Told> {
  const worker = new Worker(new URL('memory.reader.cases.ts', import.meta.url), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 16 },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

it('A table of 100 MB is read in a heap of 64 MB.', { timeout: 120_000 }, async () => {
  const { contacts, skips, notes } = await readWithin64Mb(100 * mebibyte)
  expect(skips).toBe(0)
  expect(contacts).toBeGreaterThan(20_000)
  expect(notes).toBeGreaterThan(90 * mebibyte)
})
