// A member's picture. Whatever is sent is decoded and drawn anew as two square WebP pictures: no byte of the file itself is kept, so
// neither its metadata (place, camera, thumbnail) nor anything hidden in it is.
import { AppError } from '@entregent/lib/base/errors.ts'
import { parseInput } from '@entregent/lib/base/input.ts'
import { sql } from 'kysely'
import sharp from 'sharp'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import type { OwnProfile, Readable } from './access.ts'
import { editing, versionInput } from './edit.ts'

/** Bytes of a file, and pixels of the picture in it, at most. */
export const photoLimitBytes = 10 * 1_048_576
const pixelLimit = 50_000_000
const largeSide = 320
const smallSide = 96

/** The part to keep: `auto` looks for what draws the eye; the others keep the middle or one end of the longer side. */
export const photoParts = ['auto', 'start', 'middle', 'end'] as const

const photoInput = z.object({ version: versionInput, part: z.enum(photoParts).default('auto') })
const removalInput = z.object({ version: versionInput })

/**
 * Sets the viewer's photo from a JPEG, PNG or WebP file. Fails with `photo_too_large` (10 MB), `photo_unreadable` (another format, a
 * broken file, more than 50 million pixels), `invalid_input` or `stale_version`.
 */
export async function setPhoto(db: Db, own: OwnProfile, file: Uint8Array, raw: unknown): Promise<void> {
  const { version, part } = parseInput(photoInput, raw)
  if (file.byteLength > photoLimitBytes) throw new AppError('photo_too_large', { limitBytes: photoLimitBytes })
  const { small, large } = await squares(file, part)
  await editing(db, own, version, async (tx) => {
    // A number that was never used for this member, not even before a removal: browsers keep pictures by it.
    const { photoVersion } = await tx
      .updateTable('member')
      .set({ photoVersion: sql<number>`greatest(photo_version + 1, extract(epoch from clock_timestamp())::int)` })
      .where('id', '=', own.id)
      .returning('photoVersion')
      .executeTakeFirstOrThrow()
    const picture = { version: photoVersion, small, large }
    await tx
      .insertInto('photo')
      .values({ memberId: own.id, ...picture })
      .onConflict((conflict) => conflict.column('memberId').doUpdateSet(picture))
      .execute()
  })
}

/** Removes the viewer's photo, if there is one. Fails with `invalid_input` or `stale_version`. */
export async function removePhoto(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version } = parseInput(removalInput, raw)
  await editing(db, own, version, async (tx) => {
    await tx.deleteFrom('photo').where('memberId', '=', own.id).execute()
    await tx.updateTable('member').set({ photoVersion: 0 }).where('id', '=', own.id).execute()
  })
}

/** The picture as WebP, 96 px (`small`) or 320 px (`large`) square. Fails with `not_found` when there is none. */
export async function readPhoto(db: Db, owner: Readable, size: 'small' | 'large'): Promise<Uint8Array> {
  const row = await db.selectFrom('photo').select(`${size} as picture`).where('memberId', '=', owner.id).executeTakeFirst()
  if (!row) throw new AppError('not_found')
  return row.picture
}

async function squares(file: Uint8Array, part: (typeof photoParts)[number]): Promise<{ small: Buffer; large: Buffer }> {
  // Judged by its first bytes before any decoder sees it: an SVG could name other files.
  if (!isPicture(file)) throw new AppError('photo_unreadable')
  try {
    const picture = sharp(file, { limitInputPixels: pixelLimit, failOn: 'error', pages: 1 }).timeout({ seconds: 10 }).autoOrient()
    const { width, height } = (await picture.metadata()).autoOrient
    const square = await picture
      .resize(largeSide, largeSide, { fit: 'cover', position: positionOf(part, width >= height) })
      .webp({ quality: 84 })
      .toBuffer()
    return { large: square, small: await sharp(square).resize(smallSide, smallSide).webp({ quality: 82 }).toBuffer() }
  } catch {
    // sharp fails on what it cannot decode; there is nothing else that it does here.
    throw new AppError('photo_unreadable')
  }
}

function positionOf(part: (typeof photoParts)[number], isWide: boolean): string {
  switch (part) {
    case 'auto':
      return 'attention'
    case 'middle':
      return 'centre'
    case 'start':
      return isWide ? 'left' : 'top'
    case 'end':
      return isWide ? 'right' : 'bottom'
  }
}

function isPicture(file: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...file.subarray(from, to))
  const isJpeg = file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff
  return isJpeg || text(0, 8) === '\u0089PNG\r\n\u001a\n' || (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP')
}
