// Sends letters: by the SMTP server of the settings, or, without one, into files that /dev/mail shows. The text of a letter is kept nowhere else.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanLine } from '@entregent/lib/base/text.ts'
import nodemailer from 'nodemailer'
import type { Config } from '../config.ts'
import { bodies, type Letter } from './letter.ts'

export interface PostOffice {
  send(letter: Letter): Promise<void>
  close(): void
}

/** A post office for these settings: `smtpUrl`, or files in `<dataDir>/mail`. */
export function openPostOffice(config: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>): PostOffice {
  const folder = mailFolder(config.dataDir)
  const transport = config.smtpUrl
    ? nodemailer.createTransport(config.smtpUrl, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object)
    : nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(letter) {
      const sent = await transport.sendMail(envelope(letter, config))
      if (!config.smtpUrl) await keep(folder, (sent as unknown as { message: Buffer }).message)
    },
    close: () => transport.close(),
  }
}

/** Where mails without a mail server lie, one `.eml` a mail, named by the moment. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, 'mail')
}

function envelope(letter: Letter, config: Pick<Config, 'mailFrom' | 'publicUrl'>) {
  const { text, html } = bodies(letter, new URL(config.publicUrl).host)
  return {
    from: config.mailFrom,
    to: { name: '', address: letter.to }, // an address as it is: nothing in it is read as a second one
    subject: cleanLine(letter.subject).slice(0, 200),
    text,
    html,
    disableUrlAccess: true,
    disableFileAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.locale,
      ...(letter.unsubscribeUrl
        ? { 'List-Unsubscribe': `<${letter.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  }
}

async function keep(folder: string, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${crypto.randomUUID().slice(0, 8)}.eml`
  // Under another name first: who lists the folder sees whole mails only.
  await writeFile(join(folder, `.${name}`), message, { mode: 0o600 })
  await rename(join(folder, `.${name}`), join(folder, name))
}
