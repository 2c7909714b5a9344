// The plan of the house as data: who may import whom. `floors.check.ts` holds the code to it, `ARCHITECTURE.md` says why.
// A file imports its own room and rooms of lower floors: never sideways, never up. Files in a building but in none of its rooms
// (server/app.ts, web/handler.ts, web/app/root.tsx) belong to the building, where it is listed here.

/** The rooms, lowest floor first; rooms of one floor do not know each other. A room is a folder, or a file that stands lower than its folder. */
export const floors: readonly (readonly string[])[] = [
  ['lib/base'],
  ['lib/graph', 'lib/formats', 'lib/policy', 'lib/i18n', 'core/db'],
  ['core/outbox'],
  ['core/members'],
  ['core/services'],
  ['core/organizations'],
  ['core/profiles', 'core/network', 'core/moderation', 'core/notifications'],
  ['core/reachability'],
  ['core/invitations', 'core/contacts', 'core/search', 'core/references', 'core/conversations'],
  ['core/introductions'],
  ['core/opportunities'],
  ['core/privacy'],
  ['server/config.ts'],
  ['server/log.ts'],
  ['server/http', 'server/mail', 'web/app/request', 'web/app/styles', 'cli', 'seed'],
  ['server/api', 'server/carddav', 'server/jobs', 'web/app/ui'],
  ['web/app/routes'],
  ['server', 'web', 'addin'],
  ['bench', 'e2e', 'scripts'],
]

/** Each speaks a protocol of its own; none imports another, whatever the floor. */
export const doors: readonly string[] = ['server', 'web', 'addin', 'cli']

/** npm packages by building; a building not named here may import whatever package.json declares. Tests may too. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  lib: ['zod', 'fflate', 'htmlparser2', 'libphonenumber-js'],
  core: ['kysely', 'pg', 'sharp', 'zod'],
}

/** Buildings that run in a browser as well, and so import no `node:` module. */
export const pure: readonly string[] = ['lib']
