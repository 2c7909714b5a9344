// One reading in a process of its own, so that its peak of memory is its own: `node bench/formats/one.ts READER FILE`.
import { createReadStream, readFileSync } from 'node:fs'
import { readFile } from '@entregent/lib/formats/read.ts'
import { readers } from './readers.ts'

const [reader = '', file = ''] = process.argv.slice(2)
const baseline = process.resourceUsage().maxRSS
const started = performance.now()
let records = 0
let problem: string | undefined
try {
  if (reader === 'entregent') {
    // As an importer would: one draft at a time, none kept.
    for await (const event of readFile(createReadStream(file), {})) if (event.type === 'contact' || event.type === 'skip') records++
  } else {
    const found = await readers[reader]?.(
      () => createReadStream(file),
      () => readFileSync(file),
    )
    records = found?.length ?? 0
  }
} catch (error) {
  problem = String(error).slice(0, 120)
}
const ms = performance.now() - started
console.log(
  JSON.stringify({ records, ms, peakMb: process.resourceUsage().maxRSS / 1024, baselineMb: baseline / 1024, ...(problem && { problem }) }),
)
