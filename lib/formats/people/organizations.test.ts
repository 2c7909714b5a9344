import { describe, expect, it } from 'vitest'
import { comparableOrganization, hasLegalForm } from './organizations.ts'
import { legalForms } from './role-words.ts'

describe('a firm’s name', () => {
  it.each([
    'Acme Outils',
    'ACME OUTILS',
    'Acme-Outils S.A.',
    'Acme Outils, S.A.R.L.',
    'SARL Acme Outils',
    'Acme Outils S. A.',
    'Acmé Outils GmbH & Co. KG',
    'The Acme Outils Inc.',
    'Acme Outils, Ltd',
  ])('%s is compared as acme outils.', (name) => {
    expect(comparableOrganization(name)).toBe('acme outils')
  })

  it.each([...legalForms])('is compared without %s at its end, and never as nothing.', (form) => {
    expect(comparableOrganization(`Dubreuil ${form.toUpperCase()}`)).toBe('dubreuil')
    expect(comparableOrganization(form)).toBe(form)
  })

  it.each(['Acme SAS', 'Nordwerk GmbH', 'Acme, Inc.', 'Acme S.p.A.', 'SARL Dubreuil', 'Verein Pro e.V.'])(
    '%s bears a legal form.',
    (name) => {
      expect(hasLegalForm(name)).toBe(true)
    },
  )

  it.each(['Luc Martin', 'Sa Luc', 'Ana Co', 'Inc', 'Me Laurens', 'Bertrand Ab', ''])('%s bears none.', (name) => {
    expect(hasLegalForm(name)).toBe(false)
  })
})
