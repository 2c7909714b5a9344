// What a server says in the terminal once it answers: the address, where the data lie, where mails are read.
import type { Locale } from '@entregent/lib/base/locale.ts'
import { terminal } from '@entregent/lib/i18n/terminal.ts'
import type { Config } from './config.ts'
import { showsMailbox } from './mail/mailbox-page.ts'
import { mailFolder } from './mail/post-office.ts'

export function greeting(locale: Locale, config: Config, databaseDir: string | undefined, demo: boolean): string {
  const t = terminal[locale]
  const lines = [
    t.ready({ url: config.publicUrl }),
    ...(demo ? [t.demo({ url: `${config.publicUrl}/demo` })] : []),
    databaseDir ? t.data({ folder: databaseDir }) : t.externalData,
    ...(config.smtpUrl
      ? []
      : [showsMailbox(config) ? t.mail({ url: `${config.publicUrl}/dev/mail` }) : t.mailFolder({ folder: mailFolder(config.dataDir) })]),
    t.stop,
  ]
  return `\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`
}
