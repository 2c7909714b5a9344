// Every variable of the environment that Entregent reads: here, once, with a clear refusal when one is wrong.
//
// DATABASE_URL  a PostgreSQL ≥ 15 of yours; unset: the embedded one, in DATA_DIR
// DATA_DIR      where the embedded database (under root maybe elsewhere: docs/hosting.md), the network's snapshot and, without a mail server, the mails
//               lie; ./data
// PORT          the port of the web server; 3000
// HOST          the address it listens on; 127.0.0.1 (behind a reverse proxy on the same machine), 0.0.0.0 for all
// PUBLIC_URL    what members type: https://network.example; http only for localhost; http://localhost:PORT
// SMTP_URL      smtp://user:password@host:587 or smtps://…; unset: mails are written to DATA_DIR/mail and can be read at /dev/mail
// MAIL_FROM     the sender of mails; Entregent <no-reply@ the public host>
// TRUSTED_PROXIES  addresses or CIDR ranges whose X-Forwarded-For is believed, separated by commas; none
// METRICS_TOKEN what a monitoring program says to read /metrics (Authorization: Bearer …), 16 characters or more; unset: there is no /metrics;
//               what it tells: docs/hosting.md
// LOG_LEVEL     fatal, error, warn, info, debug or silent; info
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { AppError } from '@entregent/lib/base/errors.ts'

export interface Config {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly port: number
  readonly host: string
  /** An origin, no trailing slash. */
  readonly publicUrl: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | undefined
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** Reads the variables. Fails with `config_invalid` naming the first that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const value = (name: string) => env[name]?.trim() || undefined
  const port = readPort(value('PORT'))
  const publicUrl = readPublicUrl(value('PUBLIC_URL') ?? `http://localhost:${port}`)
  const logLevel = value('LOG_LEVEL') ?? 'info'
  return {
    databaseUrl: readUrl('DATABASE_URL', value('DATABASE_URL'), ['postgres:', 'postgresql:']),
    dataDir: resolve(value('DATA_DIR') ?? 'data'),
    port,
    host: value('HOST') ?? '127.0.0.1',
    publicUrl,
    smtpUrl: readUrl('SMTP_URL', value('SMTP_URL'), ['smtp:', 'smtps:']),
    mailFrom: readMailFrom(value('MAIL_FROM') ?? `Entregent <no-reply@${new URL(publicUrl).hostname}>`),
    trustedProxies: readProxies(value('TRUSTED_PROXIES')),
    metricsToken: readMetricsToken(value('METRICS_TOKEN')),
    logLevel: logLevels.find((level) => level === logLevel) ?? refuse('LOG_LEVEL', `one of ${logLevels.join(', ')}, not “${logLevel}”`),
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000)
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : refuse('PORT', `a number from 1 to 65535, not “${text}”`)
}

function readUrl(variable: string, text: string | undefined, protocols: readonly string[]): string | undefined {
  if (text === undefined) return undefined
  // A database on a unix socket is written without a host, which is no URL to the standard: postgresql:///name?host=/run/…
  const url = URL.parse(text.replace(/^(postgres(?:ql)?:\/\/)\//u, '$1localhost/'))
  return url && protocols.includes(url.protocol)
    ? text
    : refuse(variable, `a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`)
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return refuse('PUBLIC_URL', 'a web address such as https://network.example')
  if (url.pathname !== '/' || url.search || url.hash) return refuse('PUBLIC_URL', 'an address without a path')
  const local =
    url.hostname === 'localhost' || url.hostname.endsWith('.localhost') || url.hostname.startsWith('127.') || url.hostname === '[::1]'
  if (url.protocol === 'http:' && !local)
    return refuse('PUBLIC_URL', 'https:// — sign-in cookies do not travel over plain http, save on localhost')
  return url.origin
}

function readMailFrom(text: string): string {
  return /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/u.test(text)
    ? text
    : refuse('MAIL_FROM', 'an address such as Entregent <no-reply@network.example>')
}

function readMetricsToken(text: string | undefined): string | undefined {
  return text === undefined || /^[\x21-\x7e]{16,}$/u.test(text) ? text : refuse('METRICS_TOKEN', '16 characters or more without spaces')
}

function readProxies(text: string | undefined): string[] {
  const proxies = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const bad = proxies.find((proxy) => {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address)
    return (
      family === 0 ||
      (bits !== undefined && !(Number.isInteger(Number(bits)) && Number(bits) >= 0 && Number(bits) <= (family === 4 ? 32 : 128)))
    )
  })
  return bad === undefined ? proxies : refuse('TRUSTED_PROXIES', `addresses or ranges such as 10.0.0.0/8, not “${bad}”`)
}

function refuse(variable: string, problem: string): never {
  throw new AppError('config_invalid', { variable, problem })
}
