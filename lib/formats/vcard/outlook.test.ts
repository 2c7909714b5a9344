// What Outlook and old telephones put into cards beside what every card has.
import { expect, test } from 'vitest'
import { readFile } from '../read.ts'
import { draftsOf, inChunks } from './drafts.cases.ts'

const read = (bytes: Uint8Array) => draftsOf(readFile(inChunks(bytes), { country: 'FR' }))

test('Outlook’s own numbers, several numbers in one line and several addresses are each one’s own.', async () => {
  const card =
    'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Anne Durand\r\nX-MS-TEL;VOICE;COMPANY:+33 1 42 68 53 99\r\nX-MS-TEL;VOICE;ASSISTANT:+33 1 42 68 53 98\r\nTEL:0612345678 / 0712345678\r\nEMAIL:a@b.example, c@d.example\r\nEND:VCARD\r\n'
  const [draft] = await read(new TextEncoder().encode(card))
  expect(draft?.phones.map(({ e164, place, label }) => [e164, place, label])).toEqual([
    ['+33142685399', 'work', 'company'],
    ['+33142685398', 'other', 'assistant'],
    ['+33612345678', 'other', undefined],
    ['+33712345678', 'other', undefined],
  ])
  expect(draft?.emails.map(({ address }) => address)).toEqual(['a@b.example', 'c@d.example'])
})

test('A card in code page 850 is read in it.', async () => {
  const card = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Garçon;Hélène\r\nFN:Hélène Garçon\r\nNOTE:Déjà très âgé, été\r\nEND:VCARD\r\n'
  const upper: Readonly<Record<string, number>> = { é: 0x82, è: 0x8a, ç: 0x87, à: 0x85, â: 0x83 }
  const [draft] = await read(Uint8Array.from(card, (one) => upper[one] ?? one.charCodeAt(0)))
  expect([draft?.name.given, draft?.name.family, draft?.notes]).toEqual(['Hélène', 'Garçon', ['Déjà très âgé, été']])
})
