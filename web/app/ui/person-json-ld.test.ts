// What machines read of a public page: valid JSON, nothing that ends the script element, no empty statement.
import type { ProfileView } from '@entregent/core/profiles/profile.ts'
import { describe, expect, it } from 'vitest'
import { personJsonLd } from './person-json-ld.ts'

const nothing = { en: null, fr: null }
const bare: ProfileView = {
  handle: 'zoe',
  givenName: 'Zoé',
  familyName: 'Roy',
  photoVersion: 0,
  headline: nothing,
  summary: nothing,
  place: null,
  country: null,
  positions: [],
  education: [],
  skills: [],
  languages: [],
  links: [],
  version: 1,
}
const url = 'https://network.example/p/zoe'
const read = (profile: ProfileView) => JSON.parse(personJsonLd(profile, url, 'fr')) as Record<string, unknown>

describe('the JSON-LD of a person', () => {
  it('says nothing of what a profile leaves out', () => {
    const names = { name: 'Zoé Roy', givenName: 'Zoé', familyName: 'Roy' }
    expect(read(bare)).toEqual({ '@context': 'https://schema.org', '@type': 'Person', ...names, url })
  })

  it('cannot end its script element, whatever a member wrote', () => {
    const text = '</script><script>alert(1)</script><!--'
    const written = personJsonLd({ ...bare, givenName: text, headline: { en: text, fr: null } }, url, 'fr')
    expect(written).not.toContain('<')
    expect(JSON.parse(written)).toMatchObject({ givenName: text, description: text })
  })

  it('speaks the language of the page, or else the one that was written', () => {
    const skills = [
      { en: 'Sales', fr: 'Vente' },
      { en: 'Joinery', fr: null },
    ]
    expect(read({ ...bare, skills })).toMatchObject({ knowsAbout: ['Vente', 'Joinery'] })
  })

  it('gives the picture by its full address', () => {
    expect(read({ ...bare, photoVersion: 7 })).toMatchObject({ image: 'https://network.example/photo/zoe?v=7&size=large' })
  })
})
