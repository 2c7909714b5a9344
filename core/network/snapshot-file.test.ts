import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import { expect, it } from 'vitest'
import { writeSnapshot } from './snapshot-file.ts'

it('says how large the file is that it wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
  try {
    const network = createCompactNetwork({ members: 100 })
    for (let id = 1; id <= 100; id++) network.setMember(id, { shown: true })
    const file = join(folder, 'network.snapshot')
    const bytes = await writeSnapshot(file, network, { instance: 'one', generation: 1, sequence: 0, entry: null })
    expect(bytes).toBe(statSync(file).size)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
