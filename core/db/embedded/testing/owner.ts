// A process that owns an embedded database, for tests to kill: `node owner.ts <folder>` prints one line of JSON once it has started, or
// failed to, and stops the database on SIGTERM.
import { isAppError } from '@entregent/lib/base/errors.ts'
import { startEmbedded } from '../supervisor.ts'

try {
  const database = await startEmbedded({ dataDir: process.argv[2] ?? '' })
  process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
  console.log(JSON.stringify({ url: database.url }))
} catch (error) {
  if (!isAppError(error)) throw error
  console.log(JSON.stringify({ code: error.code, details: error.details }))
}
