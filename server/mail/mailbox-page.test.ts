// The mails of an instance without a mail server: for whoever sits at this machine, under our own name, and nobody else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '../config.ts'
import { mailboxPage } from './mailbox-page.ts'
import { openPostOffice } from './post-office.ts'

describe('the page of mails', () => {
  let config: Config
  const ask = (headers: Record<string, string> = {}, peer = '127.0.0.1', one = config) =>
    mailboxPage(one, peer, new Request('http://localhost:3000/dev/mail', { headers: { host: 'localhost:3000', ...headers } }), undefined)

  beforeAll(async () => {
    config = readConfig({ DATA_DIR: await mkdtemp(join(tmpdir(), 'mailbox-')) })
    await openPostOffice(config).send({ to: 'zoe@example.org', locale: 'en', subject: 'A <b>link</b>', paragraphs: ['Hello'] })
  })
  afterAll(() => rm(config.dataDir, { recursive: true }))

  it('lists them to this machine, escaped', async () => {
    for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const html = await (await ask({}, peer)).text()
      expect(html).toContain('zoe@example.org')
      expect(html).not.toContain('<b>link')
    }
  })

  it.each([
    ['another machine', {}, '203.0.113.9'],
    ['a foreign name that leads to this machine', { host: 'evil.example:3000' }, '127.0.0.1'],
    ['somebody behind a proxy', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
  ])('is not there for %s', async (_, headers, peer) => {
    await expect(ask(headers, peer)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not there where mails go out, nor on a public instance', async () => {
    for (const one of [
      { ...config, smtpUrl: 'smtp://127.0.0.1' },
      { ...config, publicUrl: 'https://network.example' },
    ]) {
      await expect(ask({}, '127.0.0.1', one)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
