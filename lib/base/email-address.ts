// E-mail addresses: checked for shape only (a mail is the proof), and a key under which every spelling of one mailbox is the same.

const shape = /^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,255}$/u

/**
 * The address as it will be written on the envelope: trimmed, the domain in lower case ASCII (Punycode). Undefined when it
 * cannot be one. The local part keeps its case: some servers care.
 */
export function parseEmailAddress(text: string): string | undefined {
  const trimmed = text.normalize('NFC').trim()
  if (!shape.test(trimmed) || trimmed.length > 254) return undefined
  const at = trimmed.lastIndexOf('@')
  const domain = asciiDomain(trimmed.slice(at + 1))
  return domain === undefined ? undefined : `${trimmed.slice(0, at)}@${domain}`
}

/** The key by which accounts are unique: the whole address in lower case. Dots and plus tags are part of it: some hosts tell them apart. */
export function emailKey(address: string): string {
  return address.toLowerCase()
}

/**
 * The key by which mail is counted, so that no spelling of one mailbox gets more than its share: lower case, without a plus tag,
 * without dots in the local part.
 */
export function mailboxKey(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).toLowerCase().replace(/\+.*$/u, '').replaceAll('.', '')
  return `${local}@${address.slice(at + 1).toLowerCase()}`
}

function asciiDomain(domain: string): string | undefined {
  try {
    const host = new URL(`http://${domain}`).hostname
    const labels = host.split('.')
    const plain = labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/u.test(label))
    return plain && !/^\d+$/u.test(labels.at(-1) ?? '') ? host : undefined
  } catch {
    return undefined
  }
}
