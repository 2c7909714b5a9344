// Pictures of people who do not exist: their initials on a gradient, in the two sizes that the product keeps.
import { initials } from '@entregent/lib/base/text.ts'
import sharp from 'sharp'

export async function drawPicture(givenName: string, familyName: string, hue: number): Promise<{ small: Buffer; large: Buffer }> {
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="hsl(${hue}, 45%, 62%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360}, 50%, 34%)"/>
    </linearGradient></defs>
    <rect width="320" height="320" fill="url(#g)"/>
    <circle cx="160" cy="128" r="58" fill="#fff" fill-opacity="0.22"/><ellipse cx="160" cy="300" rx="112" ry="96" fill="#fff" fill-opacity="0.22"/>
    <text x="160" y="160" font-family="sans-serif" font-size="112" fill="#fff" text-anchor="middle" dominant-baseline="central">${initials(givenName, familyName)}</text>
  </svg>`)
  const large = await sharp(svg).resize(320, 320).webp({ quality: 80 }).toBuffer()
  return { large, small: await sharp(large).resize(96, 96).webp({ quality: 80 }).toBuffer() }
}
