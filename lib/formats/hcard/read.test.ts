import { describe, expect, it } from 'vitest'
import type { ReadEvent, ReadOptions } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'
import { readHcards } from './read.ts'

async function told(html: string, options: ReadOptions = {}, chunk = 65_536) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    for await (const event of readHcards(inChunks(new TextEncoder().encode(html), chunk), options)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const contacts = events.flatMap((event) => (event.type === 'contact' ? [event.draft] : []))
  return { events, error, contacts, names: contacts.map(({ name }) => name.full) }
}
const person = (name: string) => `<p class="vcard"><b class="fn">${name}</b></p>`

describe('cards in web pages', () => {
  it('reads cards wherever the text is cut, and tells the line where each begins.', async () => {
    const html = `<html>\n<body>\n<div\n class="vcard">\n<b class="fn">Ada\n Martin</b></div>${person('No&eacute; Petit')}`
    for (const chunk of [1, 3, 1000]) {
      const { contacts } = await told(html, {}, chunk)
      expect(contacts.map(({ name, source }) => [name.full, source.line])).toEqual([
        ['Ada Martin', 3],
        ['Noé Petit', 6],
      ])
    }
  })

  it('decodes entities once, and never takes text for elements.', async () => {
    const { contacts } = await told(`<p class="vcard"><b class="fn">A &amp;lt;b&amp;gt; &lt;i class="email"&gt;x&lt;/i&gt;</b>`)
    expect(contacts).toMatchObject([{ name: { full: 'A &lt;b&gt; <i class="email">x</i>' }, emails: [] }])
  })

  it('sees nothing of scripts, styles and templates.', async () => {
    const { contacts } = await told(
      `<div class="vcard"><b class="fn">Ada Martin<script>x</script></b>
      <style>.fn{}</style><template><i class="note">t</i></template></div>`,
    )
    expect(contacts).toMatchObject([{ name: { full: 'Ada Martin' } }])
    expect(JSON.stringify(contacts)).not.toContain('.fn{}')
  })

  it('takes a card inside a card for a record of its own, but not when it is a property.', async () => {
    const { names, contacts } = await told(
      `<div class="h-card"><b class="p-name">Ada Martin</b>
      <i class="p-org h-card"><u class="p-name">Acme</u></i>${person('Noé Petit')}</div>`,
    )
    expect(names).toEqual(['Noé Petit', 'Ada Martin'])
    expect(contacts[1]?.organizations).toEqual([{ name: 'Acme' }])
  })

  it('fetches nothing: a relative photo and a script stay as they are written.', async () => {
    const { contacts } = await told(
      `<p class="vcard"><b class="fn">Ada Martin</b><img class="photo" src="/a.jpg"><a class="url" href="javascript:x()">u</a>`,
    )
    expect(contacts[0]?.photo).toBeUndefined()
    expect(contacts[0]?.unknown).toEqual([
      { name: 'photo', value: '/a.jpg' },
      { name: 'url', value: 'javascript:x()' },
    ])
    expect(contacts[0]?.urls).toEqual([])
  })

  it('refuses more than 512 elements in one another, after what was before.', async () => {
    const { error, names } = await told(person('Ada Martin') + '<div>'.repeat(513))
    expect(error).toMatchObject({ code: 'file_broken', details: { format: 'hcard', reason: 'too_deep' } })
    expect(names).toEqual(['Ada Martin'])
    expect((await told(person('Ada Martin') + '<div>'.repeat(511))).error).toBeUndefined()
  })

  it('skips a card with too much text, and goes on.', async () => {
    const html = `<p class="vcard"><b class="fn">Trop</b><i class="note">${'x'.repeat(5_000)}</i></p>${person('Ada Martin')}`
    const { events, names } = await told(html, { limits: { cellBytes: 4_096 } })
    expect(events).toContainEqual({ type: 'skip', skip: { reason: 'too_large', line: 1, hint: 'Trop' } })
    expect(names).toEqual(['Ada Martin'])
  })

  it('reads a megabyte of blanks without dwelling on them.', async () => {
    const blank = ' '.repeat(1_048_576)
    const { contacts } = await told(`<div class="vcard"><b class="fn">Ada Martin</b><pre class="note">a${blank}b</pre></div>`)
    expect(contacts).toMatchObject([{ notes: ['a b'] }])
  })

  it('refuses a hundred thousand properties in one card.', async () => {
    const { error } = await told(`<p class="vcard">${'<i class="note">x</i>'.repeat(60_000)}</p>`)
    expect(error).toMatchObject({ code: 'import_limit', details: { limit: 'parts' } })
  })

  it('tells of a page that ends inside a card, and of one without cards.', async () => {
    const { events } = await told('<p>\n<b class="vcard"><i class="fn">Ada Martin</i>')
    expect(events).toContainEqual({ type: 'warning', warning: { code: 'unfinished_file', line: 2, detail: 'b' } })
    expect((await told('<p>Nobody')).error).toMatchObject({ code: 'file_broken', details: { reason: 'no_card' } })
  })
})
