import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawIcon, iconFolder, icons } from '../../../scripts/draw-icons.mjs'

/** The pixels of a PNG file whose rows are not filtered. Files are compared by them: zlib's versions compress differently. */
function pixelsOf(file: Buffer): { size: number; pixels: Buffer } {
  const data: Buffer[] = []
  let size = 0
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') size = content.readUInt32BE(0)
    if (type === 'IDAT') data.push(content)
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(data))
  const bytesPerRow = size * 4
  const pixels = Array.from({ length: size }, (_, y) => {
    const start = y * (bytesPerRow + 1)
    expect(rows[start]).toBe(0)
    return rows.subarray(start + 1, start + 1 + bytesPerRow)
  })
  return { size, pixels: Buffer.concat(pixels) }
}

describe('the icons', () => {
  it('are all there, and no others', () => {
    expect(readdirSync(iconFolder).sort()).toEqual(icons.map(({ name }) => name).sort())
  })

  it.each(icons)('has $name as the script draws it', ({ name, look, pixels }) => {
    const { size, pixels: found } = pixelsOf(readFileSync(path.join(iconFolder, name)))
    expect(size).toBe(pixels)
    expect(found.equals(drawIcon(look, pixels))).toBe(true)
  })
})
