// Draws the application's icons into src/main/desktop/window/icons: `node scripts/draw-icons.mjs`. A test holds that what is
// there is what this draws. Those of the installers are drawn anew for each package.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

/**
 * @typedef {'colour' | 'template' | 'marked' | 'marked-template'} Look `colour` stands on any background; `template` is
 *   black, for macOS to tint. `marked`: something waits for the person.
 * @typedef {Look | 'dock'} PackageLook `dock` has the margin that icons have in the Dock
 * @typedef {readonly [red: number, green: number, blue: number, alpha: number]} Rgba 0 to 255 each
 * @typedef {{ left: number, top: number, right: number, bottom: number, radius: number }} Round
 */

export const iconFolder = fileURLToPath(new URL('../src/main/desktop/window/icons', import.meta.url))

/**
 * Sizes in which each look is used, pixels: of the window's icon 64, of a tray's 16 (Windows), 18 (macOS) and 24 (Linux).
 *
 * @type {Readonly<Record<Look, readonly number[]>>}
 */
const sizes = { colour: [16, 24, 64], marked: [16, 24], template: [18], 'marked-template': [18] }

/** Every icon, and the same for screens with twice as many pixels. */
export const icons = /** @type {Look[]} */ (Object.keys(sizes)).flatMap((look) =>
  sizes[look].flatMap((size) => [
    { name: `${look}-${size}.png`, look, pixels: size },
    { name: `${look}-${size}@2x.png`, look, pixels: size * 2 },
  ]),
)

/** @type {Rgba} */
const accent = [0x2a, 0x5b, 0xd0, 255]
/** @type {Rgba} */
const white = [255, 255, 255, 255]
/** @type {Rgba} */
const live = [0x3d, 0xd6, 0x8c, 255]
/** @type {Rgba} */
const asking = [0xf2, 0xb0, 0x2e, 255]
/** @type {Rgba} */
const black = [0, 0, 0, 255]
/** @type {Rgba} */
const nothing = [0, 0, 0, 0]

/** Samples per pixel and axis. */
const smoothing = 4

/**
 * The mark, drawn for exactly this size so that it is crisp in a tray: a deck of two strips and a live dot.
 *
 * @param {PackageLook} look
 * @param {number} size pixels, both ways
 * @returns {Buffer} rows from the top; red, green, blue and alpha of each pixel
 */
export function drawIcon(look, size) {
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => pixel(x, y, size, look).map(Math.round)),
  )
  return Buffer.from(rows.flat(2))
}

/**
 * @param {number} size pixels, both ways
 * @param {Buffer} pixels as {@link drawIcon} gives them
 * @returns {Buffer} a PNG file
 */
function png(size, pixels) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // Eight bits a channel, with alpha.
  head.set([8, 6], 8)
  const bytesPerRow = size * 4
  // Each row says first how it is filtered: not at all.
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(y * bytesPerRow, (y + 1) * bytesPerRow)]),
  )
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/**
 * The mean of the samples in one pixel; where its corners agree, so does what lies between them.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {PackageLook} look
 * @returns {Rgba}
 */
function pixel(x, y, size, look) {
  const corner = (/** @type {number} */ dx, /** @type {number} */ dy) =>
    colourAt((x + dx) / size, (y + dy) / size, look)
  const first = corner(0, 0)
  if (first === corner(1, 0) && first === corner(0, 1) && first === corner(1, 1)) return first
  /** @type {[number, number, number, number]} */
  const sum = [0, 0, 0, 0]
  for (let sy = 0; sy < smoothing; sy++) {
    for (let sx = 0; sx < smoothing; sx++) {
      const [r, g, b, a] = colourAt(
        (x + (sx + 0.5) / smoothing) / size,
        (y + (sy + 0.5) / smoothing) / size,
        look,
      )
      sum[0] += r * a
      sum[1] += g * a
      sum[2] += b * a
      sum[3] += a
    }
  }
  const [r, g, b, a] = sum
  return a === 0 ? nothing : [r / a, g / a, b / a, a / (smoothing * smoothing)]
}

/** @type {Round} */
const card = { left: 0.02, top: 0.02, right: 0.98, bottom: 0.98, radius: 0.22 }
/** @type {Round} */
const upper = { left: 0.45, top: 0.29, right: 0.84, bottom: 0.45, radius: 0.08 }
/** @type {Round} */
const lower = { left: 0.19, top: 0.57, right: 0.84, bottom: 0.73, radius: 0.08 }
/** @type {Round} */
const dot = { left: 0.19, top: 0.27, right: 0.39, bottom: 0.47, radius: 0.1 }
/** @type {Round} */
const mark = { left: 0.56, top: 0, right: 1, bottom: 0.44, radius: 0.22 }
/** The mark stands off from what is below it. */
/** @type {Round} */
const aroundMark = { left: 0.48, top: -0.08, right: 1.08, bottom: 0.52, radius: 0.3 }

/** Empty at each side of an icon in the Dock, as a part of its size. */
const dockMargin = 0.1

/**
 * The drawing itself, in a unit square.
 *
 * @param {number} x
 * @param {number} y
 * @param {PackageLook} look
 * @returns {Rgba}
 */
function colourAt(x, y, look) {
  if (look === 'dock')
    return colourAt(
      (x - dockMargin) / (1 - 2 * dockMargin),
      (y - dockMargin) / (1 - 2 * dockMargin),
      'colour',
    )
  if (look === 'marked' || look === 'marked-template') {
    if (inside(x, y, mark)) return look === 'marked' ? asking : black
    if (inside(x, y, aroundMark)) return nothing
  }
  const isStrip = inside(x, y, upper) || inside(x, y, lower)
  if (look === 'template' || look === 'marked-template') return isStrip || inside(x, y, dot) ? black : nothing
  if (!inside(x, y, card)) return nothing
  if (isStrip) return white
  return inside(x, y, dot) ? live : accent
}

/**
 * Whether a point is in a rectangle with round corners.
 *
 * @param {number} x
 * @param {number} y
 * @param {Round} shape
 */
function inside(x, y, { left, top, right, bottom, radius }) {
  const dx = Math.max(left + radius - x, x - (right - radius), 0)
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0)
  return Math.hypot(dx, dy) < radius
}

/** Sizes of the icon in Linux's icon folders and in Windows' file, pixels. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 256]

/** Apple's names for the images in an icon file, by their size in pixels; those with `@2x` twice. */
const appleImages = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
])

/**
 * Draws the icons that one system's packages want: `linux/SIZExSIZE.png`, `icon.ico` or `icon.icns`.
 *
 * @param {string} folder
 * @param {'linux' | 'darwin' | 'win32'} platform
 */
export async function drawPackageIcons(folder, platform) {
  await mkdir(path.join(folder, 'linux'), { recursive: true })
  if (platform === 'win32') await writeFile(path.join(folder, 'icon.ico'), windowsIcon())
  if (platform === 'darwin') await writeFile(path.join(folder, 'icon.icns'), appleIcon())
  if (platform !== 'linux') return
  for (const size of linuxSizes) {
    await writeFile(path.join(folder, 'linux', `${size}x${size}.png`), png(size, drawIcon('colour', size)))
  }
}

/** An ICO file: a list of where each image is, then the images, as PNG. */
function windowsIcon() {
  const images = windowsSizes.map((size) => png(size, drawIcon('colour', size)))
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    const size = (windowsSizes[index] ?? 0) % 256
    head.set([size, size], at)
    // One plane, 32 bits a pixel.
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(image.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += image.length
  }
  return Buffer.concat([head, ...images])
}

/** An ICNS file: images as PNG, each after its name and length. */
function appleIcon() {
  const drawn = new Map(
    [...new Set(appleImages.map(([, size]) => size))].map((size) => [
      size,
      png(size, drawIcon('dock', size)),
    ]),
  )
  const parts = appleImages.map(([name, size]) => block(name, drawn.get(size) ?? Buffer.alloc(0)))
  return block('icns', Buffer.concat(parts))
}

/**
 * @param {string} name four letters
 * @param {Buffer} data
 */
function block(name, data) {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(data.length + head.length, 4)
  return Buffer.concat([head, data])
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain) {
  await mkdir(iconFolder, { recursive: true })
  for (const { name, look, pixels } of icons)
    await writeFile(path.join(iconFolder, name), png(pixels, drawIcon(look, pixels)))
}
