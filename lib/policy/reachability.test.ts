import { describe, expect, it } from 'vitest'
import { type ReachFacts, reach } from './reachability.ts'

const facts: ReachFacts = { self: false, connected: false, way: 'introduction', hasWayIn: true }

describe('reach', () => {
  it.each<[string, Partial<ReachFacts>, ReturnType<typeof reach>]>([
    ['never reaches oneself', { self: true, connected: true, way: 'direct' }, { allowed: false, by: 'none', reason: 'self' }],
    ['lets connections write whatever they chose', { connected: true, way: 'never' }, { allowed: true, by: 'direct', reason: 'connected' }],
    ['stops at a purpose that is closed, with or without a way in', { way: 'never' }, { allowed: false, by: 'none', reason: 'never' }],
    ['goes straight where the purpose is open', { way: 'direct', hasWayIn: false }, { allowed: true, by: 'direct', reason: 'open' }],
    ['takes the way in', {}, { allowed: true, by: 'introduction', reason: 'way_in' }],
    ['ends where there is no way in', { hasWayIn: false }, { allowed: false, by: 'none', reason: 'no_way_in' }],
  ])('%s', (_, given, expected) => {
    expect(reach({ ...facts, ...given })).toEqual(expected)
  })
})
