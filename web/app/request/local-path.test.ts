// Where one goes after signing in is never another site.
import { describe, expect, it } from 'vitest'
import { localPath, refererPath } from './local-path.ts'

describe('the next page', () => {
  it.each(['/', '/p/zoe', '/people?q=a%20b#top', '/a//b'])('%s is ours', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/..//evil.example',
    'people',
    '',
    undefined,
    ['/a', '/b'],
  ])('%s is not', (path) => {
    expect(localPath(path)).toBe('/')
  })

  it('is the page one comes from, when that is ours', () => {
    const from = (referer: string) =>
      refererPath(new Request('https://network.example/language', { headers: { referer } }), 'https://network.example')
    expect(from('https://network.example/people?q=zoe')).toBe('/people?q=zoe')
    expect(from('https://evil.example/people')).toBe('/')
    expect(from('https://network.example//evil.example')).toBe('/')
    expect(from('nonsense')).toBe('/')
  })
})
