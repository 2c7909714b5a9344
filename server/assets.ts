// The built files below web/build/client: hashed ones for ever, the few others for an hour; Brotli or gzip beside them when the build made it.
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Serves files of `folder`. They are read once: a build does not change under a running server. */
export function builtAssets(folder: string): (request: Request) => Promise<Response | undefined> {
  const kept = new Map<string, Promise<Buffer | undefined>>()
  const read = (file: string) => {
    const known = kept.get(file) ?? readIfFile(file)
    kept.set(file, known)
    return known
  }
  return async (request) => {
    const path = safePath(new URL(request.url).pathname)
    const type = path && types[extname(path)]
    if (!path || !type) return undefined
    const file = join(folder, path)
    if (!(await exists(file, kept))) return undefined
    const accepts = request.headers.get('accept-encoding') ?? ''
    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
      ['', ''],
    ] as const) {
      if (encoding && !accepts.includes(encoding)) continue
      const bytes = await read(file + ending)
      if (!bytes) continue
      const headers = new Headers({
        'content-type': type,
        'cache-control': path.startsWith(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        vary: 'accept-encoding',
      })
      if (encoding) headers.set('content-encoding', encoding)
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
    }
    return undefined
  }
}

function safePath(pathname: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(pathname))
    return path.includes('..') || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

// Only files that exist are kept in the map: a visitor's inventions must not fill the memory.
async function exists(file: string, kept: ReadonlyMap<string, unknown>): Promise<boolean> {
  if (kept.has(file)) return true
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function readIfFile(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined)
}
