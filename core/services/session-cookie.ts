// The session's cookie. `__Host-`: this host only, Secure, Path=/. Browsers accept it on http://localhost too.
const name = '__Host-session'

/** The token in a Cookie header, if there is one. */
export function sessionToken(cookieHeader: string | null | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{20,100})(?:;|$)`, 'u').exec(cookieHeader ?? '')?.[1]
}

/** The Set-Cookie value that signs a browser in. */
export function sessionCookie(token: string, ttlSeconds: number): string {
  return `${name}=${token}; Path=/; Max-Age=${ttlSeconds}; HttpOnly; Secure; SameSite=Lax`
}

/** The Set-Cookie value that signs it out. */
export function clearedSessionCookie(): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`
}

/** The language that a visitor chose; not a secret, readable by nobody's script all the same. */
export function languageCookie(locale: string): string {
  return `language=${locale}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`
}

export function languageFromCookie(cookieHeader: string | null | undefined): string | undefined {
  return /(?:^|;\s*)language=(en|fr)(?:;|$)/u.exec(cookieHeader ?? '')?.[1]
}

const knownDeviceName = '__Host-known'

/** Marks a browser that has signed in to an account before; see core/members/known-device.ts. */
export function knownDeviceCookie(value: string): string {
  return `${knownDeviceName}=${value}; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax`
}

export function knownDeviceFromCookie(cookieHeader: string | null | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${knownDeviceName}=([A-Za-z0-9_.-]{20,100})(?:;|$)`, 'u').exec(cookieHeader ?? '')?.[1]
}
