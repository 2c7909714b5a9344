// Secrets that travel in cookies and links: 256 random bits, known to the database by their SHA-256 only.

/** A new token: what the person gets, and what the table keeps. */
export async function newToken(): Promise<{ token: string; hash: Buffer }> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  return { token, hash: await tokenHash(token) }
}

/** The hash under which a token is kept. */
export async function tokenHash(token: string): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
}
