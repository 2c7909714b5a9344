// What is refused as a password: the common ones in every dress, and no good one.
import { describe, expect, it } from 'vitest'
import { commonWords } from './common-passwords.ts'
import { isCommonPassword, passwordComplaint } from './password.ts'

const common = [
  'password123',
  'Password1234!',
  'P@ssw0rd2024',
  'p4$$w0rd!!',
  'motdepasse1',
  'MotDePasse2026!',
  'qwertyuiop',
  'azertyuiop123',
  '1qaz2wsx3edc',
  '1q2w3e4r5t',
  'iloveyou2020',
  'jetaime1234',
  '1234567890',
  '0987654321',
  '1111111111',
  'aaaaaaaaaa',
  'abababababab',
  'abc123abc123',
  'letmein1234',
  'administrateur',
  'Montréal1976',
  'liverpool123',
  'dragon dragon',
  'Changeme!2026',
  '19841984198',
  'zxcvbnm123456',
  'entregent2026',
]

describe('a password', () => {
  it.each(common)('%s is too common', (password) => {
    expect(passwordComplaint(password)).toEqual({ code: 'too_common' })
  })

  it.each([
    'correct horse battery staple',
    'xkT9-vwRq2-LmZ',
    'la pluie tombe sur le port',
    'Trois-Rivières sous la brume',
    'j8Kq!v2Zr0pW',
    'grenouille verte à midi',
  ])('%s is good', (password) => {
    expect(passwordComplaint(password)).toBeUndefined()
  })

  it('must have ten signs and at most two hundred, as people count them', () => {
    expect(passwordComplaint('xkT9-vwRq')).toEqual({ code: 'too_short', limit: 10 })
    expect(passwordComplaint('e\u0301'.repeat(9))).toEqual({ code: 'too_short', limit: 10 })
    expect(passwordComplaint(`${'xkT9-vwRq2'.repeat(20)}x`)).toEqual({ code: 'too_long', limit: 200 })
  })

  it('must not be made of the person’s own names or address', () => {
    const own = ['aurelie.tremblay@example.org', 'Aurélie', 'Trembloy']
    expect(isCommonPassword('Trembloy-1987', own)).toBe(true)
    expect(isCommonPassword('aurelie.tremblay@example.org', own)).toBe(true)
    expect(isCommonPassword('Trembloy-1987', [])).toBe(false)
  })

  it('is refused for well over three thousand that people choose most', () => {
    const suffixes = ['1', '12', '123', '1234', '12345', '!', '2024', '2025', '2026', '01', '69', '123!', '2026!', '1990']
    const guesses = [...commonWords].flatMap((word) => suffixes.map((suffix) => word + suffix)).filter((text) => text.length >= 10)
    expect(new Set(guesses).size).toBeGreaterThan(3_000)
    expect(guesses.filter((guess) => !isCommonPassword(guess))).toEqual([])
  })
})
