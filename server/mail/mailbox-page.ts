// The mails of an instance without a mail server, as a page for whoever sits at this machine: only on localhost, only over loopback.
import { readdir, readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { AppError } from '@entregent/lib/base/errors.ts'
import { escapeHtml } from '@entregent/lib/base/html.ts'
import PostalMime from 'postal-mime'
import type { Config } from '../config.ts'
import { mailFolder } from './post-office.ts'

/** Whether this instance shows its mails at all: no mail server, and a public address on this very machine. */
export function showsMailbox(config: Pick<Config, 'smtpUrl' | 'publicUrl'>): boolean {
  const { hostname } = new URL(config.publicUrl)
  return (
    !config.smtpUrl && (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname.startsWith('127.') || hostname === '[::1]')
  )
}

/**
 * The list, or one mail. Fails with `not_found`: for a peer that is not this machine, for one that a proxy speaks for, and under any other host
 * name than our own, by which a foreign page could have the browser ask.
 */
export async function mailboxPage(config: Config, peerAddress: string, request: Request, name: string | undefined): Promise<Response> {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((header) => request.headers.has(header))
  const ownHost = request.headers.get('host') === new URL(config.publicUrl).host
  if (!showsMailbox(config) || !isLoopback(peerAddress) || forwarded || !ownHost) throw new AppError('not_found')
  const folder = mailFolder(config.dataDir)
  return page(name === undefined ? await list(folder) : await one(folder, name))
}

async function list(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => /^\d.*\.eml$/u.test(name))
    .sort()
    .reverse()
    .slice(0, 100)
  const rows = await Promise.all(
    names.map(async (name) => {
      const { to, subject } = await PostalMime.parse(await readFile(join(folder, name)))
      return `<li><a href="/dev/mail/${encodeURIComponent(name)}">${escapeHtml(subject ?? '')}</a><br><small>${escapeHtml(to?.map(({ address }) => address).join(', ') ?? '')} · ${escapeHtml(name.slice(0, 19).replace('T', ' '))}</small></li>`
    }),
  )
  return `<h1>/dev/mail</h1><ol class="rows" role="list">${rows.join('') || '<li>—</li>'}</ol>`
}

async function one(folder: string, name: string): Promise<string> {
  if (!/^[\w.-]+\.eml$/u.test(name)) throw new AppError('not_found')
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (!bytes) throw new AppError('not_found')
  const { to, from, subject, text } = await PostalMime.parse(bytes)
  const linked = escapeHtml(text ?? '').replace(/https?:\/\/[^\s<&]+/gu, (url) => `<a href="${url}">${url}</a>`)
  return `<p><a href="/dev/mail">/dev/mail</a></p><h1>${escapeHtml(subject ?? '')}</h1><p class="muted">${escapeHtml(from?.address ?? '')} → ${escapeHtml(to?.map(({ address }) => address).join(', ') ?? '')}</p><p class="prose">${linked}</p>`
}

function page(body: string): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>/dev/mail</title><body><main class="page" data-width="text">${body}</main></body></html>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/u, '')
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}
