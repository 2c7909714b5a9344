// The reading thread of memory.test.ts: a table made as it is read, whose length no heap of this thread could hold.
import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read.ts'

const { bytes } = workerData as { bytes: number }
const note = 'Rencontrée à Rouen, au salon du livre. '.repeat(100)
const encoder = new TextEncoder()

async function* table() {
  const header = encoder.encode('First Name,Last Name,E-mail 1 - Value,Organization Name,Notes\r\n')
  yield header
  let told = header.length
  for (let at = 0; told < bytes; at++) {
    const row = encoder.encode(`Zoé,Perrin,zoe.perrin.${at}@courrier.example,Maison ${at},"${note}${at}"\r\n`)
    told += row.length
    yield row
  }
}

let [contacts, skips, notes] = [0, 0, 0]
for await (const event of readFile(table(), {})) {
  if (event.type === 'skip') skips++
  if (event.type !== 'contact') continue
  contacts++
  notes += event.draft.notes[0]?.length ?? 0
}
parentPort?.postMessage({ contacts, skips, notes })
