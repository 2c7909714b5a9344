// Static files: what is served and how, and that nothing outside the folder is.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtAssets } from './assets.ts'

describe('built assets', () => {
  let folder = ''
  const script = `console.log(${'1+'.repeat(1000)}1)`
  const get = (path: string, encoding = '', method = 'GET') =>
    builtAssets(join(folder, 'client'))(new Request(`http://localhost${path}`, { method, headers: { 'accept-encoding': encoding } }))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assets-'))
    await mkdir(join(folder, 'client', 'assets'), { recursive: true })
    await writeFile(join(folder, 'client', 'assets', 'a-1.js'), script)
    await writeFile(join(folder, 'client', 'favicon.svg'), '<svg/>')
    await writeFile(join(folder, 'secret.txt'), 'secret')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('are compressed as the browser wishes, and the same when unfolded', async () => {
    const bytes = async (encoding: string) =>
      Buffer.from((await (await get('/assets/a-1.js', encoding))?.arrayBuffer()) ?? new ArrayBuffer())
    expect((await get('/assets/a-1.js', 'gzip, br'))?.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await bytes('gzip, br')).toString()).toBe(script)
    expect(gunzipSync(await bytes('gzip')).toString()).toBe(script)
    expect((await bytes('')).toString()).toBe(script)
  })

  it('with a hash in their name are kept for ever, the others are not', async () => {
    expect((await get('/assets/a-1.js'))?.headers.get('cache-control')).toContain('immutable')
    expect((await get('/favicon.svg'))?.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('are nothing outside their folder, nor of unknown kinds', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets',
      '/nothing.js',
      '/a%00.js',
      '/%E0%A4%A',
      '/',
    ]) {
      expect(await get(path), path).toBeUndefined()
    }
  })
})
