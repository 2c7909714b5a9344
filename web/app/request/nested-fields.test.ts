// Rows of a form become a list, in their order, whatever else is sent.
import { describe, expect, it } from 'vitest'
import { nestedFields } from './nested-fields.ts'

describe('rows of a form', () => {
  it('become a list under their own names', () => {
    const form = { version: '3', 'skills.1.fr': 'Vente', 'skills.0.en': 'Joinery', 'skills.0.fr': '' }
    expect(nestedFields(form, 'skills')).toEqual({ version: '3', skills: [{ en: 'Joinery', fr: '' }, { fr: 'Vente' }] })
  })

  it('are an empty list when there are none, and empty rows where some are missing', () => {
    expect(nestedFields({}, 'links')).toEqual({ links: [] })
    expect(nestedFields({ 'links.2.url': 'x' }, 'links')).toEqual({ links: [{}, {}, { url: 'x' }] })
  })

  it('leave other names alone, those that look like a huge list too', () => {
    const form = { 'skills.4294967294.en': 'x', 'skills.1.a.b': 'y', 'links.0.url': 'z', 'skills.__proto__.en': 'w' }
    expect(nestedFields(form, 'skills')).toEqual({ ...form, skills: [] })
  })
})
