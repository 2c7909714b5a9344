// Where a request comes from: no spelling and no invented header is a way around a limit.
import { describe, expect, it } from 'vitest'
import { clientAddress, networkPrefix, proxyList } from './peer.ts'

describe('the client’s address', () => {
  it('is the socket’s, whatever the headers say, when no proxy is trusted', () => {
    expect(clientAddress('203.0.113.9', '10.0.0.1, 192.0.2.1', proxyList([]))).toBe('203.0.113.9')
    expect(clientAddress('::ffff:203.0.113.9', '10.0.0.1', proxyList([]))).toBe('203.0.113.9')
  })

  it('is the rightmost hop that is not ours behind trusted proxies', () => {
    const trusted = proxyList(['10.0.0.0/8', '127.0.0.1'])
    expect(clientAddress('127.0.0.1', '1.1.1.1, 198.51.100.7, 10.1.2.3', trusted)).toBe('198.51.100.7')
    expect(clientAddress('127.0.0.1', undefined, trusted)).toBe('127.0.0.1')
    expect(clientAddress('127.0.0.1', 'nonsense', trusted)).toBe('127.0.0.1')
    expect(clientAddress('198.51.100.7', '1.1.1.1', trusted)).toBe('198.51.100.7')
  })

  it('counts as its network: a /24, or a /64 in every spelling', () => {
    expect(networkPrefix('203.0.113.200')).toBe('203.0.113.0/24')
    expect(networkPrefix('::ffff:203.0.113.7')).toBe('203.0.113.0/24')
    expect(networkPrefix('::ffff:cb00:7107')).toBe('203.0.113.0/24')
    const spellings = [
      '2001:db8:1:2::1',
      '2001:0DB8:0001:0002:0000:0000:0000:00ff',
      '2001:db8:1:2:ffff::',
      '[2001:db8:1:2::9]',
      '2001:db8:1:2::3%eth0',
    ]
    expect(new Set(spellings.map(networkPrefix))).toEqual(new Set(['2001:db8:1:2::/64']))
    expect(networkPrefix('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkPrefix('::1')).toBe('0:0:0:0::/64')
    expect(networkPrefix('')).toBe('unknown')
  })
})
