// Pictures: drawn anew and square, nothing else of the file kept; what is no picture is refused.
import { AppError } from '@entregent/lib/base/errors.ts'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { accessOwnProfile } from './access.ts'
import { photoLimitBytes, readPhoto, removePhoto, setPhoto } from './photo.ts'

const red = { r: 200, g: 0, b: 0 }
const blue = { r: 0, g: 0, b: 200 }

/** 300 × 200, red on the left half and blue on the right. */
function halves() {
  const right = { create: { width: 150, height: 200, channels: 3 as const, background: blue } }
  return sharp({ create: { width: 300, height: 200, channels: 3, background: red } }).composite([{ input: right, left: 150, top: 0 }])
}

async function colourAt(picture: Uint8Array, x: number, y: number): Promise<'red' | 'blue'> {
  const pixel = await sharp(picture).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()
  return (pixel[0] ?? 0) > (pixel[2] ?? 0) ? 'red' : 'blue'
}

describe('a photo', () => {
  const database = useTestDatabase()

  async function own() {
    return accessOwnProfile(database.db, { id: await addMember(database.db) })
  }

  it('is kept as two square pictures without any metadata', async () => {
    const gps = { IFD0: { Make: 'Camera of somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 30/1 0/1' } }
    const file = await halves().jpeg().withExif(gps).toBuffer()
    expect((await sharp(file).metadata()).exif).toBeDefined()
    const member = await own()
    await setPhoto(database.db, member, file, { version: 1 })
    for (const [size, side] of [
      ['small', 96],
      ['large', 320],
    ] as const) {
      const picture = await readPhoto(database.db, member, size)
      const { format, width, height, exif, xmp, iptc, icc } = await sharp(picture).metadata()
      expect({ format, width, height, exif, xmp, iptc, icc }).toEqual({ format: 'webp', width: side, height: side })
      expect(Buffer.from(picture).includes('Camera of somebody')).toBe(false)
    }
  })

  it('is turned as its camera was held', async () => {
    const member = await own()
    // Orientation 6: the stored left is the top.
    await setPhoto(database.db, member, await halves().jpeg().withMetadata({ orientation: 6 }).toBuffer(), { version: 1, part: 'middle' })
    const picture = await readPhoto(database.db, member, 'large')
    expect([await colourAt(picture, 160, 20), await colourAt(picture, 160, 300)]).toEqual(['red', 'blue'])
  })

  it.each([
    ['start', 'red'],
    ['end', 'blue'],
  ] as const)('keeps the %s of the longer side when asked', async (part, colour) => {
    const member = await own()
    await setPhoto(database.db, member, await halves().png().toBuffer(), { version: 1, part })
    expect(await colourAt(await readPhoto(database.db, member, 'large'), part === 'start' ? 20 : 300, 160)).toBe(colour)
  })

  it.each([
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'),
    ],
    ['a GIF', async () => halves().gif().toBuffer()],
    ['a text', async () => Buffer.from('hello')],
    ['an empty file', async () => Buffer.alloc(0)],
    ['a broken JPEG', async () => (await halves().jpeg().toBuffer()).subarray(0, 700)],
    ['the beginning of a PNG', async () => (await halves().png().toBuffer()).subarray(0, 60)],
    [
      'a picture of more than 50 million pixels',
      async () =>
        sharp({ create: { width: 8_000, height: 6_500, channels: 3, background: red } })
          .png()
          .toBuffer(),
    ],
  ])('refuses %s', async (_, file) => {
    const member = await own()
    await expect(setPhoto(database.db, member, await file(), { version: 1 })).rejects.toEqual(new AppError('photo_unreadable'))
    await expect(readPhoto(database.db, member, 'small')).rejects.toEqual(new AppError('not_found'))
  })

  it('refuses a file of more than 10 MB', async () => {
    const setting = setPhoto(database.db, await own(), new Uint8Array(photoLimitBytes + 1), { version: 1 })
    await expect(setting).rejects.toMatchObject({ code: 'photo_too_large', details: { limitBytes: photoLimitBytes } })
  })

  it('gets a number that it never had, even after it was removed', async () => {
    const member = await own()
    const file = await halves().webp().toBuffer()
    const number = async () => (await accessOwnProfile(database.db, member)).photoVersion
    await setPhoto(database.db, member, file, { version: 1 })
    const first = await number()
    await setPhoto(database.db, member, file, { version: 2 })
    const second = await number()
    await removePhoto(database.db, member, { version: 3 })
    expect([await number(), second > first, first > 0]).toEqual([0, true, true])
  })
})
