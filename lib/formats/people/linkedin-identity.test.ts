import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedInIdentity } from './linkedin-identity.ts'

describe('linkedInIdentity', () => {
  it.each([
    ['https://www.linkedin.com/in/zoe-larcher-4a2b', 'in/zoe-larcher-4a2b'],
    ['https://www.linkedin.com/in/Zoe-Larcher-4A2B/', 'in/zoe-larcher-4a2b'],
    ['http://fr.linkedin.com/in/zoe-larcher?trk=pub-pbmap', 'in/zoe-larcher'],
    ['www.linkedin.com/in/zoe-larcher', 'in/zoe-larcher'],
    ['linkedin.com/in/zoe-larcher#about', 'in/zoe-larcher'],
    ['//ca.linkedin.com/in/zoe-larcher/fr', 'in/zoe-larcher'],
    ['https://www.linkedin.com/in/zoe-larcher/detail/contact-info/', 'in/zoe-larcher'],
    ['https://www.linkedin.com/mwlite/in/zoe-larcher', 'in/zoe-larcher'],
    ['https://www.linkedin.com/comm/in/zoe-larcher?midToken=x', 'in/zoe-larcher'],
    ['https://www.linkedin.com/in/zo%C3%A9-larcher', 'in/zoé-larcher'],
    ['https://www.linkedin.com/in/zoé-larcher', 'in/zoé-larcher'],
    ['https://www.linkedin.com/in/acme%C2%AE-fan', 'in/acme®-fan'],
    ['https://www.linkedin.com/in/100%-zoe', 'in/100%-zoe'],
    ['http\\://www.linkedin.com/in/zoe-larcher', 'in/zoe-larcher'],
    ['<https://www.linkedin.com/in/zoe-larcher>', 'in/zoe-larcher'],
    ['https://www.linkedin.com/pub/zoe-larcher/1/2a/3b4', 'pub/zoe-larcher/1/2a/3b4'],
    ['https://www.linkedin.com/pub/zoe-larcher/1/2a/3b4/fr', 'pub/zoe-larcher/1/2a/3b4'],
    ['in/zoe-larcher', 'in/zoe-larcher'],
    [' /in/zoe-larcher ', 'in/zoe-larcher'],
    ['https://www.linkedin.com:443/in/zoe-larcher', 'in/zoe-larcher'],
  ])('%j is %j.', (url, identity) => {
    expect(linkedInIdentity(url)).toBe(identity)
  })

  it.each([
    '',
    'https://www.linkedin.com/company/acme-outils',
    'https://www.linkedin.com/school/ecole-des-pins',
    'https://www.linkedin.com/groups/123',
    'https://www.linkedin.com/jobs/view/1',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/',
    'https://notlinkedin.com/in/zoe-larcher',
    'https://linkedin.com.evil.example/in/zoe-larcher',
    'https://evil.example/linkedin.com/in/zoe-larcher',
    'https://evil.example/?u=https://www.linkedin.com/in/zoe-larcher',
    'zoe-larcher',
  ])('%j is nobody there.', (url) => {
    expect(linkedInIdentity(url)).toBeUndefined()
  })

  it('gives back its own identities unchanged, and takes any text.', () => {
    const path = fc.string({ unit: 'binary-ascii' }).map((text) => `https://www.linkedin.com/in/${text}`)
    fc.assert(
      fc.property(fc.oneof(path, fc.webUrl(), fc.string()), (url) => {
        const identity = linkedInIdentity(url)
        if (identity !== undefined && !/[%?#/\s\\<>]/.test(identity.slice(3))) expect(linkedInIdentity(identity)).toBe(identity)
        expect(identity === undefined || /^(in|pub)\/./u.test(identity)).toBe(true)
      }),
    )
  })
})
