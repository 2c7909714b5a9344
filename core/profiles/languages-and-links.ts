// Languages and links of one's own profile: each is set as a whole list. Links lead to http and https only.
import { optionalLine, parseInput } from '@entregent/lib/base/input.ts'
import { type LanguageLevel, languageLevels } from '@entregent/lib/base/words.ts'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import type { OwnProfile } from './access.ts'
import { editing, versionInput } from './edit.ts'

export const languageLimit = 20
export const linkLimit = 10

const languagesInput = z.object({
  version: versionInput,
  languages: z
    .array(z.object({ language: z.string().regex(/^([a-z]{2,3})?$/u, 'invalid_choice'), level: z.string() }))
    .max(languageLimit)
    .transform((languages) => languages.map((entry, position) => ({ ...entry, position })))
    .superRefine((languages, context) => {
      const seen = new Set<string>()
      for (const { language, level, position } of languages) {
        if (language === '') continue
        const known = languageLevels.some((one) => one === level)
        if (!known) context.addIssue({ code: 'custom', message: 'invalid_choice', path: [position, 'level'] })
        if (seen.has(language)) context.addIssue({ code: 'custom', message: 'invalid_choice', path: [position, 'language'] })
        seen.add(language)
      }
    }),
})

const linksInput = z.object({
  version: versionInput,
  links: z
    .array(
      z.object({
        url: z
          .string()
          .max(500)
          .transform((url) => url.trim())
          .refine((url) => url === '' || isWebAddress(url), 'invalid_url'),
        label: optionalLine(80),
      }),
    )
    .max(linkLimit),
})

/** Sets the languages; an entry without a language is left out. Fails with `invalid_input` or `stale_version`. */
export async function setLanguages(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version, languages } = parseInput(languagesInput, raw)
  const rows = languages
    .filter(({ language }) => language !== '')
    .map(({ language, level }) => ({ memberId: own.id, language, level: level as LanguageLevel }))
  await editing(db, own, version, async (tx) => {
    await tx.deleteFrom('memberLanguage').where('memberId', '=', own.id).execute()
    if (rows.length > 0) await tx.insertInto('memberLanguage').values(rows).execute()
  })
}

/** Sets the links, in this order; an entry without an address is left out. Fails with `invalid_input` or `stale_version`. */
export async function setLinks(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version, links } = parseInput(linksInput, raw)
  const rows = links.filter(({ url }) => url !== '').map(({ url, label }, ordinal) => ({ memberId: own.id, url, label, ordinal }))
  await editing(db, own, version, async (tx) => {
    await tx.deleteFrom('profileLink').where('memberId', '=', own.id).execute()
    if (rows.length > 0) await tx.insertInto('profileLink').values(rows).execute()
  })
}

// Whole addresses, with a host and without a password in them: `javascript:` and its like never become a link.
function isWebAddress(url: string): boolean {
  const parsed = URL.parse(url)
  return (
    parsed !== null &&
    /^https?:$/u.test(parsed.protocol) &&
    parsed.hostname.includes('.') &&
    parsed.username === '' &&
    parsed.password === ''
  )
}
