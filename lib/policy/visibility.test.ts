// Every branch of who may find whom.
import { findableByChoices } from '@entregent/lib/base/words.ts'
import { describe, expect, it } from 'vitest'
import { type FindFacts, mayFind } from './visibility.ts'

const stranger: FindFacts = {
  findableBy: 'nobody',
  isSignedIn: true,
  isSelf: false,
  isConnected: false,
  isSecondDegree: false,
  hasOpenRequest: false,
  isIntroduced: false,
}
const visitor: FindFacts = { ...stranger, isSignedIn: false }
const everyChoice = [...findableByChoices, null]

describe('who may find a member', () => {
  it.each(everyChoice)('lets members see themselves when they chose %s', (findableBy) => {
    expect(mayFind({ ...stranger, findableBy, isSelf: true })).toEqual({ allowed: true, reason: 'self' })
  })

  it.each([
    ['anyone', 'anyone'],
    ['members', 'members'],
    ['second_degree', 'not_findable'],
    ['nobody', 'not_findable'],
    [null, 'not_findable'],
  ] as const)('answers a strange member, for %s: %s', (findableBy, reason) => {
    expect(mayFind({ ...stranger, findableBy })).toEqual({ allowed: reason !== 'not_findable', reason })
  })

  it.each(everyChoice)('lets visitors see only who chose anyone, not %s', (findableBy) => {
    // A visitor has no ties: even if the facts said so, being signed in comes first.
    const facts = { ...visitor, findableBy, isConnected: true, isSecondDegree: true, hasOpenRequest: true, isIntroduced: true }
    expect(mayFind(facts).allowed).toBe(findableBy === 'anyone')
  })

  it.each(['nobody', 'second_degree', null] as const)('lets two who were introduced see each other, for %s', (findableBy) => {
    expect(mayFind({ ...stranger, findableBy, isIntroduced: true })).toEqual({ allowed: true, reason: 'introduced' })
  })

  it.each(['nobody', 'second_degree', 'members', null] as const)('lets connections see each other, for %s', (findableBy) => {
    expect(mayFind({ ...stranger, findableBy, isConnected: true })).toEqual({ allowed: true, reason: 'connected' })
  })

  it.each(['nobody', 'second_degree', 'members', null] as const)('shows who is asking, for %s', (findableBy) => {
    expect(mayFind({ ...stranger, findableBy, hasOpenRequest: true })).toEqual({ allowed: true, reason: 'open_request' })
  })

  it('counts the second degree for those who chose it, and for nobody else', () => {
    expect(mayFind({ ...stranger, findableBy: 'second_degree', isSecondDegree: true })).toEqual({ allowed: true, reason: 'second_degree' })
    expect(mayFind({ ...stranger, findableBy: 'nobody', isSecondDegree: true }).allowed).toBe(false)
    expect(mayFind({ ...stranger, findableBy: null, isSecondDegree: true }).allowed).toBe(false)
  })
})
