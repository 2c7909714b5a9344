// JSON Resume: what we write is valid against its schema for every profile, and is read back; what others write loses nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profile } from '../linkedin/profiles.cases.ts'
import { readFile } from '../read.ts'
import type { ReadEvent, ReadOptions } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'
import { writeJsonResume } from './write.ts'

const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
const schemaPath = createRequire(import.meta.url).resolve('@jsonresume/schema/schema.json')
const isValid = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object)

async function told(text: string, options: ReadOptions = {}) {
  const events: ReadEvent[] = []
  for await (const event of readFile(inChunks(new TextEncoder().encode(text), 7), options)) events.push(event)
  return {
    profiles: events.flatMap((event) => (event.type === 'profile' ? [event.draft] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
  }
}

describe('JSON Resume', () => {
  it('is written so that its schema accepts it, whatever the profile.', () => {
    fc.assert(
      fc.property(profile, (one) => {
        expect(isValid(JSON.parse(writeJsonResume(one))), JSON.stringify(isValid.errors)).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(isValid({ work: [{ startDate: 'yesterday' }] })).toBe(false)
  })

  it('gives back what was written, as far as it has members for it.', async () => {
    await fc.assert(
      fc.asyncProperty(profile, async (one) => {
        const { profiles } = await told(writeJsonResume(one))
        const [again] = profiles
        expect(profiles).toHaveLength(1)
        expect(again).toMatchObject({
          name: { full: one.name.full },
          positions: one.positions,
          skills: one.skills,
          projects: one.projects,
          honors: one.honors,
          publications: one.publications,
          volunteering: one.volunteering.map(({ cause: _, ...rest }) => rest),
          ...(one.headline === undefined ? {} : { headline: one.headline }),
          ...(one.summary === undefined ? {} : { summary: one.summary }),
        })
        expect(again?.unknown).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('puts back what was read and has no place in a draft, unless the schema would refuse it.', async () => {
    const document = {
      basics: {
        name: 'Ana Lima',
        image: 'https://ana.example/a.png',
        location: { city: 'Lyon', postalCode: '69001', countryCode: ['FR'] },
      },
      skills: [{ name: 'Voile', level: 'Master' }],
      education: [{ institution: 'École', score: '18/20' }],
      work: [{ name: 'Port', position: 'Pilote', startDate: 'hier' }],
      interests: [{ name: 'Mer', keywords: ['vagues'] }],
    }
    const [one] = (await told(JSON.stringify(document))).profiles
    if (one === undefined) throw new Error('no profile')
    const written = JSON.parse(writeJsonResume(one)) as typeof document
    expect(isValid(written), JSON.stringify(isValid.errors)).toBe(true)
    expect(written).toMatchObject({
      basics: { image: 'https://ana.example/a.png', location: { city: 'Lyon', postalCode: '69001' } },
      skills: document.skills,
      education: document.education,
      interests: document.interests,
    })
    expect(written.basics.location.countryCode).toBeUndefined()
    expect(written.work[0]?.startDate).toBeUndefined()
  })

  it('keeps what it does not know, under its path, and no name reaches a prototype.', async () => {
    const text = `{"basics":{"name":"Ada Roy","image":"x.png","location":{"address":"1 rue Haute"},"profiles":[{"network":"LinkedIn","url":"https://www.linkedin.com/in/ada-roy"}]},
      "work":[{"company":"Forge","position":"Smith","startDate":"2019-02-30","highlights":["a","b"],"team":[1]}],
      "skills":[{"name":"Iron","level":"Master","keywords":["hammer","iron"]}],"__proto__":{"polluted":true},"interests":[{"name":"rowing"}]}`
    const { profiles, warnings } = await told(text)
    expect(profiles[0]).toMatchObject({
      name: { full: 'Ada Roy', given: 'Ada', family: 'Roy' },
      linkedIn: 'in/ada-roy',
      positions: [{ organization: 'Forge', title: 'Smith', description: '- a\n- b' }],
      skills: ['Iron', 'hammer', 'iron'],
    })
    expect(profiles[0]?.unknown).toEqual([
      { name: 'work[0].startDate', value: '"2019-02-30"' },
      { name: 'work[0].team', value: '[1]' },
      { name: 'skills[0].level', value: '"Master"' },
      { name: 'basics.image', value: '"x.png"' },
      { name: 'basics.location.address', value: '"1 rue Haute"' },
      { name: '__proto__', value: '{"polluted":true}' },
      { name: 'interests', value: '[{"name":"rowing"}]' },
    ])
    expect(warnings.map(({ code, detail }) => [code, detail])).toEqual([['bad_date', '2019-02-30']])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each([
    ['{"basics":{"name":"Ada"', 'syntax'],
    ['{"basics":{"name":NaN}}', 'syntax'],
    [`{"basics":{"a":${'['.repeat(100_000)}`, 'too_deep'],
  ])('tells what is wrong with %.40s', async (text, reason) => {
    await expect(told(text)).rejects.toMatchObject({ code: 'file_broken', details: { format: 'json-resume', reason } })
  })

  it('keeps to the limits.', async () => {
    const text = `{"basics":{"name":"Ada"},"work":[${Array.from({ length: 50 }, () => '{"name":"x"}').join(',')}]}`
    await expect(told(text, { limits: { parts: 20 } })).rejects.toMatchObject({ code: 'import_limit', details: { limit: 'parts' } })
  })
})
