// A letter as data, and as the two bodies of a mail: plain text, and HTML that says the same. What members wrote is quoted and escaped.

import { escapeHtml } from '@entregent/lib/base/html.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { mail } from '@entregent/lib/i18n/mail.ts'

export interface Letter {
  readonly to: string
  readonly locale: Locale
  readonly subject: string
  /** Whom it greets; nobody when it is not known. */
  readonly greeting?: string | undefined
  readonly paragraphs: readonly string[]
  /** What somebody wrote, with who. */
  readonly quotes?: readonly { readonly from: string; readonly text: string }[]
  readonly act?: { readonly label: string; readonly url: string } | undefined
  /** A last word under the button. */
  readonly after?: string | undefined
  /** Where notification mails are stopped; sign-in mails have none. */
  readonly unsubscribeUrl?: string | undefined
}

export interface Bodies {
  readonly text: string
  readonly html: string
}

export function bodies(letter: Letter, instance: string): Bodies {
  const t = mail[letter.locale]
  const greeting = letter.greeting ? [t.hello({ name: letter.greeting })] : []
  const footer = [t.footer({ name: instance })]
  const text = [
    ...greeting,
    ...letter.paragraphs,
    ...(letter.quotes ?? []).map(({ from, text }) => `${from}\n${text.replace(/^/gmu, '> ')}`),
    ...(letter.act ? [`${letter.act.label}\n${letter.act.url}`] : []),
    ...(letter.after ? [letter.after] : []),
    `-- \n${footer.join('\n')}`,
    ...(letter.unsubscribeUrl ? [`${t.stop} ${letter.unsubscribeUrl}`] : []),
  ].join('\n\n')
  const html = `<!doctype html><html lang="${letter.locale}"><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title><body style="margin:0;background:#faf8f3;color:#1b2422;font:16px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px 24px">${[
    `<p style="font:600 20px Georgia,serif;margin:0 0 24px">entre<span style="color:#0e5a49">gent</span></p>`,
    ...[...greeting, ...letter.paragraphs].map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(letter.quotes ?? []).map(
      ({ from, text }) =>
        `<p style="margin:16px 0 4px;color:#566460">${escapeHtml(from)}</p><blockquote style="margin:0;padding-left:16px;border-left:2px solid #8f540a;font-family:Georgia,serif">${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`,
    ),
    ...(letter.act
      ? [
          `<p style="margin:28px 0"><a href="${escapeHtml(letter.act.url)}" style="background:#0e5a49;color:#fff;padding:12px 20px;border-radius:99px;text-decoration:none;font-weight:600">${escapeHtml(letter.act.label)}</a></p>`,
        ]
      : []),
    ...(letter.after ? [`<p>${escapeHtml(letter.after)}</p>`] : []),
    `<p style="margin-top:32px;border-top:1px solid #e3ded2;padding-top:16px;font-size:13px;color:#566460">${footer.map(escapeHtml).join('<br>')}${letter.unsubscribeUrl ? `<br>${escapeHtml(t.stop)} <a href="${escapeHtml(letter.unsubscribeUrl)}">${escapeHtml(letter.unsubscribeUrl)}</a>` : ''}</p>`,
  ].join('')}</div></body></html>`
  return { text, html }
}
