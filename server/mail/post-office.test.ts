// Letters through a real mail server: what arrives, in which language, with which headers; and that no name is a header.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from './letter.ts'
import { openPostOffice } from './post-office.ts'

const letter: Letter = {
  to: 'zoe@example.org',
  locale: 'fr',
  subject: 'Anne Roy vous invite à entrer en relation',
  greeting: 'Zoé',
  paragraphs: ['Anne Roy aimerait être en relation avec vous.'],
  quotes: [{ from: 'Anne Roy', text: 'Bonjour <script>alert(1)</script> & à bientôt\nAnne' }],
  act: { label: 'Voir l’invitation', url: 'https://network.example/act/abc' },
  unsubscribeUrl: 'https://network.example/unsubscribe/t',
}

describe('the post office', () => {
  const received: { raw: string; to: string[] }[] = []
  let server: SMTPServer
  let url = ''
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-'))
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push({ raw: Buffer.concat(chunks).toString('utf8'), to: session.envelope.rcptTo.map(({ address }) => address) })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  })
  const config = () => ({
    smtpUrl: url,
    dataDir: folder,
    mailFrom: 'Entregent <no-reply@network.example>',
    publicUrl: 'https://network.example',
  })

  async function sent(one: Letter) {
    const office = openPostOffice(config())
    await office.send(one)
    office.close()
    const last = received.at(-1)
    if (!last) throw new Error('nothing arrived')
    return { ...last, mail: await PostalMime.parse(last.raw) }
  }

  it('says the same in text and HTML, escapes what members wrote, and can be stopped with one click', async () => {
    const { mail, to } = await sent(letter)
    expect(to).toEqual(['zoe@example.org'])
    expect(mail.subject).toBe(letter.subject)
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('Bonjour Zoé')
      expect(body).toContain('https://network.example/act/abc')
    }
    expect(mail.text).toContain('> Bonjour <script>alert(1)</script>')
    expect(mail.html).not.toContain('<script')
    const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
    expect(header('list-unsubscribe')).toEqual(['<https://network.example/unsubscribe/t>'])
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect(header('auto-submitted')).toEqual(['auto-generated'])
  })

  it.each([
    'Anne\r\nBcc: victim@example.org',
    'Anne\nTo: victim@example.org',
    'Anne%0d%0aBcc: victim@example.org',
    'Anne\u2028Bcc: victim@example.org',
    '=?utf-8?q?Anne=0D=0ABcc:_victim@example.org?=',
  ])('makes no header of %j', async (name) => {
    const { raw, mail, to } = await sent({ ...letter, subject: `${name} vous invite`, greeting: name })
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
    expect(to).toEqual(['zoe@example.org'])
    expect(head.match(/^to:/gimu)).toHaveLength(1)
    expect(head).not.toMatch(/^bcc:/imu)
    expect(mail.bcc ?? []).toEqual([])
  })

  it('takes an address for one mailbox, whatever stands in it', async () => {
    const { to } = await sent({ ...letter, to: 'a+b@example.org' })
    expect(to).toEqual(['a+b@example.org'])
  })

  it('writes whole mails into a closed folder where there is no mail server', async () => {
    const office = openPostOffice({ ...config(), smtpUrl: undefined })
    await office.send(letter)
    const names = await readdir(join(folder, 'mail'))
    expect(names).toHaveLength(1)
    const mail = await PostalMime.parse(await readFile(join(folder, 'mail', names[0] ?? '')))
    expect(mail.text).toContain('https://network.example/act/abc')
  })
})
