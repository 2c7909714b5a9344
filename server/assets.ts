// The built files below web/build/client: hashed ones for ever, the few others for an hour. Each is read and compressed once, for a build
// does not change under a running server.
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}
const compressed = new Set(['.js', '.css', '.svg', '.txt'])

/** Files smaller than this gain nothing from being compressed. */
const smallestBytes = 512

interface Asset {
  readonly plain: Buffer
  readonly br?: Buffer
  readonly gzip?: Buffer
}

/** Serves the files of `folder`; undefined for what is none. */
export function builtAssets(folder: string): (request: Request) => Promise<Response | undefined> {
  // Only files that exist are kept: a visitor's inventions must not fill the memory.
  const kept = new Map<string, Promise<Asset>>()
  return async (request) => {
    const path = safePath(new URL(request.url).pathname)
    const type = path && types[extname(path)]
    if (!path || !type) return undefined
    const file = join(folder, path)
    if (!kept.has(file)) {
      const exists = await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
      if (!exists) return undefined
      kept.set(file, readAsset(file))
    }
    const asset = (await kept.get(file)) as Asset
    return answer(request, asset, type, path.startsWith(`${sep}assets${sep}`))
  }
}

function answer(request: Request, asset: Asset, type: string, forEver: boolean): Response {
  const accepts = request.headers.get('accept-encoding') ?? ''
  const encoding = asset.br && /\bbr\b/u.test(accepts) ? 'br' : asset.gzip && /\bgzip\b/u.test(accepts) ? 'gzip' : undefined
  const bytes = encoding ? (asset[encoding] as Buffer) : asset.plain
  const headers = new Headers({
    'content-type': type,
    'content-length': String(bytes.byteLength),
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    vary: 'accept-encoding',
  })
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
}

async function readAsset(file: string): Promise<Asset> {
  const plain = await readFile(file)
  if (!compressed.has(extname(file)) || plain.byteLength < smallestBytes) return { plain }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain, { level: 9 })])
  return { plain, br, gzip: gz }
}

function safePath(pathname: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(pathname))
    return path.includes('..') || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}
