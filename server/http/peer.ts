// Where a request comes from: the socket's address, or what a proxy that we were told to trust says of it. Limits count by network
// prefix: /24 for IPv4, /64 for IPv6, so that neither a spelling nor a neighbour address is a way around.
import { BlockList, isIP } from 'node:net'

/** The list of proxies whose forwarding header is believed. */
export function proxyList(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * The client's address: walks `X-Forwarded-For` from the right over trusted hops only. With no trusted proxy the header is never read.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList): string {
  let address = plainAddress(socketAddress)
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  while (isTrusted(address, trusted) && hops.length > 0) {
    const hop = plainAddress(hops.pop() ?? '')
    if (isIP(hop) === 0) break
    address = hop
  }
  return address
}

/** `203.0.113.0/24` or `2001:db8:1:2::/64`; the same for every spelling of one address. */
export function networkPrefix(address: string): string {
  const plain = plainAddress(address)
  if (isIP(plain) === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const host = URL.parse(`http://[${plain}]`)?.hostname.slice(1, -1) // canonical: lower case, compressed
  if (!host) return 'unknown'
  const [head = '', tail = ''] = host.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = host.includes('::') ? [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right] : left
  return `${groups.slice(0, 4).join(':')}::/64`
}

// IPv4 written as IPv6 (`::ffff:203.0.113.9`), and a zone (`fe80::1%eth0`), are spellings of the same address.
function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/u, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(bare)
  if (mapped?.[1]) return mapped[1]
  const host = isIP(bare) === 6 ? URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1) : undefined
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/u.exec(host ?? '')
  if (!hex) return bare
  const [high = 0, low = 0] = [hex[1], hex[2]].map((group) => Number.parseInt(group ?? '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
