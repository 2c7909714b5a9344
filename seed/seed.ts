// `npm run seed -- village` and `npm run seed -- city --members N [--edges FILE] [--seed S]`, both with [--data DIR] [--force]: people for a
// database that has none. DATABASE_URL names the database; else it is the embedded one of the data folder, which no server may hold.
import { parseArgs } from 'node:util'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { migrate } from '@entregent/core/db/migrate.ts'
import { AppError, exitCode, isAppError } from '@entregent/lib/base/errors.ts'
import { localeOfEnvironment } from '@entregent/lib/base/locale.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { seeds } from '@entregent/lib/i18n/seeds.ts'
import { cityPassword, seedCity } from './city/write.ts'
import { seedVillage, villagePassword } from './village/write.ts'

const usage = 'npm run seed -- village | city --members N [--edges FILE] [--seed S]  [--data DIR] [--force]'
const locale = localeOfEnvironment(process.env)

interface Order {
  readonly what: 'village' | 'city'
  readonly memberCount: number
  readonly edgesFile: string | undefined
  readonly seed: string | undefined
  readonly dataDir: string
  readonly force: boolean
}

try {
  const order = readOrder(process.argv.slice(2))
  const started = performance.now()
  const external = process.env['DATABASE_URL']?.trim() || undefined
  const embedded = external ? undefined : await startEmbedded({ dataDir: `${order.dataDir}/postgresql` })
  try {
    const url = external ?? embedded?.url ?? ''
    await migrate(url)
    const done = order.what === 'city' ? await seedCity(url, order) : await seedVillage(url, order)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const mail = order.what === 'city' ? '<handle>@city.example' : '<handle>@village.example'
    console.log(seeds[locale].done({ ...done, seconds, mail, password: order.what === 'city' ? cityPassword : villagePassword }))
  } finally {
    await embedded?.stop()
  }
} catch (error) {
  console.error(isAppError(error) ? errorSentence(locale, error) : error)
  process.exitCode = isAppError(error) ? exitCode(error.code) : 1
}

function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parsed(args)
  const [what, ...more] = positionals
  const memberCount = Number(values.members ?? 1_000)
  const known = what === 'village' || what === 'city'
  if (!known || more.length > 0 || !Number.isInteger(memberCount) || memberCount < 1) throw new AppError('usage', { problem: usage })
  return {
    what,
    memberCount,
    edgesFile: values.edges,
    seed: values.seed,
    dataDir: values.data ?? (process.env['DATA_DIR']?.trim() || 'data'),
    force: values.force ?? false,
  }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { members: text, edges: text, seed: text, data: text, force: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch {
    throw new AppError('usage', { problem: usage })
  }
}
