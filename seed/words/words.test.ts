import { fold } from '@entregent/lib/base/text.ts'
import { expect, test } from 'vitest'
import { fields } from './fields.ts'
import { familyNames, givenNames } from './names.ts'
import { inventOrganizations } from './organizations.ts'
import { generalSkills, skills } from './skills.ts'
import { titles } from './titles.ts'

const pairs = [...generalSkills, ...Object.values(skills).flat()]

test('every skill has both languages, and stands once in each', () => {
  expect(pairs.every(([en, fr]) => en !== '' && fr !== '')).toBe(true)
  expect(new Set(pairs.map(([en]) => fold(en))).size).toBe(pairs.length)
  expect(new Set(pairs.map(([, fr]) => fold(fr))).size).toBe(pairs.length)
  expect(pairs).toContainEqual(['Secure payments', 'Paiement sécurisé'])
})

test('every title has English and both French forms, and each field a career', () => {
  for (const field of fields) {
    expect(titles[field].every(({ en, masculine, feminine }) => en && masculine && feminine)).toBe(true)
    const steps = new Set(titles[field].map(({ seniority }) => seniority))
    for (const step of ['junior', 'professional', 'senior', 'lead', 'manager', 'director', 'executive'] as const)
      expect(steps).toContain(step)
  }
})

test('there are enough names, employers and schools, each once', () => {
  expect(Object.values(givenNames).flatMap(({ feminine, masculine }) => [...feminine, ...masculine]).length).toBeGreaterThan(150)
  expect(new Set(Object.values(familyNames).flat()).size).toBeGreaterThan(250)
  const { employers, schools } = inventOrganizations()
  const names = [...Object.values(employers).flatMap(({ fr, en }) => [...fr, ...en]), ...schools.fr, ...schools.en]
  expect(names.length).toBeGreaterThan(300)
  expect(new Set(names.map(fold)).size).toBe(names.length)
})
