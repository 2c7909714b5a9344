// What every answer carries: a content security policy without unsafe-inline, no framing, no sniffing, nothing of a member in any cache.
import type { MiddlewareHandler } from 'hono'

/** The policy for one page; `nonce` lets its own inline script run. */
export function contentSecurityPolicy(nonce: string, secure: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

// Vite's client runs inline scripts and styles and a socket of its own: in development only.
const developmentPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws:; base-uri 'none'"

/** Adds the headers; `cache-control: private, no-store` unless the answer set its own. */
export function securityHeaders(publicUrl: string, development = false): MiddlewareHandler<{ Variables: { nonce: string } }> {
  const secure = publicUrl.startsWith('https:')
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('content-security-policy', development ? developmentPolicy : contentSecurityPolicy(c.get('nonce'), secure))
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (secure) headers.set('strict-transport-security', 'max-age=31536000')
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  }
}
