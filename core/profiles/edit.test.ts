// Changing one's own profile: what is kept, what is refused, and that no change is lost to another.
import { AppError } from '@entregent/lib/base/errors.ts'
import { describe, expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { organizationNamed } from '../organizations/organizations.ts'
import { accessOwnProfile } from './access.ts'
import { addEducation, addPosition, removeFromCareer, updatePosition } from './career.ts'
import { updateAbout, updateSummary } from './edit.ts'
import { setLanguages, setLinks } from './languages-and-links.ts'
import { readProfile } from './profile.ts'
import { setSkills, skillKey } from './skills.ts'

const position = { organization: 'La Presse', titleFr: 'Chef de division', startedOn: '2001-05', endedOn: '2006-02' }

describe('one’s own profile', () => {
  const database = useTestDatabase()

  async function newcomer() {
    const { db } = database
    const own = await accessOwnProfile(db, { id: await addMember(db, 'Zoé Roy') })
    const read = async () => readProfile(db, await accessOwnProfile(db, { id: own.id }))
    const version = async () => (await read()).version
    return { db, own, read, version }
  }

  it('keeps names, headline, place and summary, each text in the languages it was written in', async () => {
    const { db, own, read, version } = await newcomer()
    const about = { givenName: ' Zoé ', familyName: 'Roy-Côté', headlineFr: 'Ébéniste', headlineEn: '', place: 'Québec', country: 'ca' }
    await updateAbout(db, own, { version: await version(), ...about })
    await updateSummary(db, own, { version: await version(), summaryEn: 'I make\r\nchairs.', summaryFr: '' })
    expect(await read()).toMatchObject({
      givenName: 'Zoé',
      familyName: 'Roy-Côté',
      headline: { en: null, fr: 'Ébéniste' },
      summary: { en: 'I make\nchairs.', fr: null },
      place: 'Québec',
      country: 'CA',
      version: 3,
    })
  })

  it('refuses the second of two windows that change the same version, and changes nothing then', async () => {
    const { db, own, read, version } = await newcomer()
    const seen = await version()
    await updateSummary(db, own, { version: seen, summaryEn: 'First' })
    await expect(updateSummary(db, own, { version: seen, summaryEn: 'Second' })).rejects.toEqual(new AppError('stale_version'))
    await expect(addPosition(db, own, { version: seen, ...position })).rejects.toEqual(new AppError('stale_version'))
    expect(await read()).toMatchObject({ summary: { en: 'First' }, positions: [] })
  })

  it('lets exactly one of ten windows win when they save at the same moment', async () => {
    const { db, own, read, version } = await newcomer()
    const seen = await version()
    const saves = Array.from({ length: 10 }, (_, n) => updateSummary(db, own, { version: seen, summaryEn: `Window ${n}` }))
    const outcomes = await Promise.allSettled(saves)
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await read()).toMatchObject({ summary: { en: `Window ${winner}` }, version: seen + 1 })
  })

  it('is there to change even when its row is not made yet', async () => {
    const { db, own, read } = await newcomer()
    await db.deleteFrom('profile').where('memberId', '=', own.id).execute()
    expect(await read()).toMatchObject({ version: 0, headline: { en: null, fr: null } })
    await updateSummary(db, own, { version: 0, summaryFr: 'Bonjour' })
    expect(await read()).toMatchObject({ version: 1, summary: { fr: 'Bonjour' } })
  })

  it('adds, changes and removes a position', async () => {
    const { db, own, read, version } = await newcomer()
    const id = await addPosition(db, own, { version: await version(), ...position, seniority: '' })
    expect((await read()).positions).toEqual([
      {
        id,
        organization: 'La Presse',
        title: { en: null, fr: 'Chef de division' },
        description: { en: null, fr: null },
        seniority: null,
        place: null,
        startedOn: '2001-05-01',
        endedOn: '2006-02-01',
      },
    ])
    await updatePosition(db, own, id, { version: await version(), ...position, endedOn: '', seniority: 'manager' })
    expect((await read()).positions[0]).toMatchObject({ endedOn: null, seniority: 'manager' })
    await removeFromCareer(db, own, 'position', id, { version: await version() })
    expect((await read()).positions).toEqual([])
  })

  it.each([
    [{ titleFr: '' }, { titleEn: { code: 'required' }, titleFr: { code: 'required' } }],
    [{ endedOn: '2000-01' }, { endedOn: { code: 'ends_before_start' } }],
    [{ startedOn: '2001-13' }, { startedOn: { code: 'invalid_month' } }],
    [{ startedOn: '' }, { startedOn: { code: 'invalid_month' } }],
    [{ organization: ' ' }, { organization: { code: 'required' } }],
    [{ organization: '!!!' }, { organization: { code: 'invalid' } }],
    [{ seniority: 'emperor' }, { seniority: { code: 'invalid_choice' } }],
  ])('refuses a position with %o', async (wrong, fields) => {
    const { db, own, read, version } = await newcomer()
    const adding = addPosition(db, own, { version: await version(), ...position, ...wrong })
    await expect(adding).rejects.toMatchObject({ code: 'invalid_input', details: { fields } })
    expect(await read()).toMatchObject({ positions: [], version: 1 })
  })

  it('does not let a member change or remove what is another’s', async () => {
    const { db, own, version } = await newcomer()
    const other = await newcomer()
    const id = await addPosition(db, other.own, { version: await other.version(), ...position })
    const before = await other.read()
    const mine = await version()
    const tries = [
      updatePosition(db, own, id, { version: mine, ...position }),
      removeFromCareer(db, own, 'position', id, { version: mine }),
      removeFromCareer(db, own, 'education', 'no-id', { version: mine }),
    ]
    for (const outcome of await Promise.allSettled(tries)) expect(outcome).toMatchObject({ reason: { code: 'not_found' } })
    expect(await other.read()).toEqual(before)
  })

  it('keeps a course of study without any date', async () => {
    const { db, own, read, version } = await newcomer()
    await addEducation(db, own, { version: await version(), organization: 'HEC Montréal', degreeFr: 'Baccalauréat', startedOn: '' })
    expect((await read()).education).toMatchObject([{ organization: 'HEC Montréal', degree: { fr: 'Baccalauréat' }, startedOn: null }])
  })

  it('is found in search by what was just written', async () => {
    const { db, own, version } = await newcomer()
    await addPosition(db, own, { version: await version(), ...position, organization: 'Brasserie du Fleuve' })
    const row = await db.selectFrom('searchDocument').select('words').where('memberId', '=', own.id).executeTakeFirstOrThrow()
    expect(row.words).toContain('fleuve')
  })

  it('makes one organization of ten that are named at the same moment', async () => {
    const names = Array.from({ length: 10 }, (_, n) => (n % 2 ? 'Éditions du Lac' : 'EDITIONS DU LAC'))
    const ids = await Promise.all(names.map((name) => organizationNamed(database.db, name)))
    expect(new Set(ids).size).toBe(1)
  })

  it('sets skills in the order given, once each, and takes off those that are gone', async () => {
    const { db, own, read, version } = await newcomer()
    const pairs = [
      { en: 'Joinery', fr: 'Menuiserie' },
      { fr: 'Vente' },
      { en: ' ', fr: '' },
      { fr: 'menuiserie' },
      { en: 'C++' },
      { en: 'C#' },
    ]
    await setSkills(db, own, { version: await version(), skills: pairs })
    const names = async () => (await read()).skills.map(({ en, fr }) => `${en}/${fr}`)
    expect(await names()).toEqual(['Joinery/Menuiserie', 'null/Vente', 'C++/null', 'C#/null'])
    await setSkills(db, own, { version: await version(), skills: [{ en: 'C#' }, { en: 'joinery' }] })
    expect(await names()).toEqual(['C#/null', 'Joinery/Menuiserie'])
    await setSkills(db, own, { version: await version(), skills: [] })
    expect(await names()).toEqual([])
  })

  it('fills in a translation while the skill is one’s own, and never in another member’s profile', async () => {
    const { db, own, read, version } = await newcomer()
    await setSkills(db, own, { version: await version(), skills: [{ en: 'Glassblowing' }] })
    await setSkills(db, own, { version: await version(), skills: [{ en: 'Glassblowing', fr: 'Soufflage de verre' }] })
    expect((await read()).skills).toEqual([{ en: 'Glassblowing', fr: 'Soufflage de verre' }])
    await setSkills(db, own, { version: await version(), skills: [{ en: 'Weaving' }] })
    const other = await newcomer()
    await setSkills(db, other.own, { version: await other.version(), skills: [{ en: 'Weaving', fr: 'Escroquerie' }] })
    expect((await read()).skills).toEqual([{ en: 'Weaving', fr: null }])
  })

  it('makes one skill of one that ten members name at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, newcomer))
    const skills = [{ en: 'Beekeeping' }, { fr: 'Apiculture urbaine' }]
    await Promise.all(people.map(({ db, own }, n) => setSkills(db, own, { version: 1, skills: n % 2 ? skills : skills.toReversed() })))
    const rows = await database.db.selectFrom('skill').select('id').where('keyEn', '=', 'beekeeping').execute()
    expect(rows).toHaveLength(1)
  })

  it('tells C, C++ and C# apart', () => {
    expect(['C', 'C++', 'c#', 'Œuvre d’art', '…'].map(skillKey)).toEqual(['c', 'c++', 'c#', 'oeuvre d art', null])
  })

  it('sets languages and links, and leaves the empty lines out', async () => {
    const { db, own, read, version } = await newcomer()
    const languages = [
      { language: 'en', level: 'working' },
      { language: '', level: 'working' },
      { language: 'fr', level: 'native' },
    ]
    await setLanguages(db, own, { version: await version(), languages })
    await setLinks(db, own, {
      version: await version(),
      links: [
        { url: ' https://example.org/a ', label: '' },
        { url: '', label: 'x' },
      ],
    })
    expect(await read()).toMatchObject({
      languages: [
        { language: 'fr', level: 'native' },
        { language: 'en', level: 'working' },
      ],
      links: [{ url: 'https://example.org/a', label: null }],
    })
    const twice = [
      { language: 'fr', level: 'native' },
      { language: 'fr', level: 'basic' },
    ]
    const setting = setLanguages(db, own, { version: await version(), languages: twice })
    await expect(setting).rejects.toMatchObject({ details: { fields: { 'languages.1.language': { code: 'invalid_choice' } } } })
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.org', 'ftp://example.org', 'https://me:secret@example.org', 'https://'])(
    'refuses the link %s',
    async (url) => {
      const { db, own, version } = await newcomer()
      const setting = setLinks(db, own, { version: await version(), links: [{ url }] })
      await expect(setting).rejects.toMatchObject({ details: { fields: { 'links.0.url': { code: 'invalid_url' } } } })
    },
  )
})
