import { type NativeImage, nativeImage } from 'electron'

/** `colour` stands on any background; `template` is black, for macOS to tint. `marked`: something waits for the person. */
type Look = 'colour' | 'template' | 'marked' | 'marked-template'

type Rgba = readonly [number, number, number, number]

const accent: Rgba = [0x2a, 0x5b, 0xd0, 255]
const white: Rgba = [255, 255, 255, 255]
const live: Rgba = [0x3d, 0xd6, 0x8c, 255]
const asking: Rgba = [0xf2, 0xb0, 0x2e, 255]
const black: Rgba = [0, 0, 0, 255]
const nothing: Rgba = [0, 0, 0, 0]

/** Samples per pixel and axis. */
const smoothing = 4

/**
 * The mark, drawn for exactly this size so that it is crisp in a tray: a deck of two strips and a live dot. Drawn in
 * code: no image file to find, to scale or to forget in a package.
 */
export function appIcon(size: number, look: Look = 'colour'): NativeImage {
  const image = nativeImage.createFromBitmap(bitmap(size, look), { width: size, height: size })
  image.addRepresentation({
    scaleFactor: 2,
    width: size * 2,
    height: size * 2,
    buffer: nativeImage
      .createFromBitmap(bitmap(size * 2, look), { width: size * 2, height: size * 2 })
      .toPNG(),
  })
  if (look.endsWith('template')) image.setTemplateImage(true)
  return image
}

/** Pixels as `createFromBitmap` takes them: blue, green, red, alpha, premultiplied. */
function bitmap(size: number, look: Look): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [r, g, b, a] = pixel(x, y, size, look)
      const alpha = a / 255
      const at = (y * size + x) * 4
      pixels[at] = Math.round(b * alpha)
      pixels[at + 1] = Math.round(g * alpha)
      pixels[at + 2] = Math.round(r * alpha)
      pixels[at + 3] = Math.round(a)
    }
  }
  return pixels
}

/** The mean of the samples in one pixel; where its corners agree, so does what lies between them. */
function pixel(x: number, y: number, size: number, look: Look): Rgba {
  const corner = (dx: number, dy: number) => colourAt((x + dx) / size, (y + dy) / size, look)
  const first = corner(0, 0)
  if (first === corner(1, 0) && first === corner(0, 1) && first === corner(1, 1)) return first
  const sum: [number, number, number, number] = [0, 0, 0, 0]
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

type Round = { left: number; top: number; right: number; bottom: number; radius: number }

const card: Round = { left: 0.02, top: 0.02, right: 0.98, bottom: 0.98, radius: 0.22 }
const upper: Round = { left: 0.45, top: 0.29, right: 0.84, bottom: 0.45, radius: 0.08 }
const lower: Round = { left: 0.19, top: 0.57, right: 0.84, bottom: 0.73, radius: 0.08 }
const dot: Round = { left: 0.19, top: 0.27, right: 0.39, bottom: 0.47, radius: 0.1 }
const mark: Round = { left: 0.56, top: 0, right: 1, bottom: 0.44, radius: 0.22 }
/** The mark stands off from what is below it. */
const aroundMark: Round = { left: 0.48, top: -0.08, right: 1.08, bottom: 0.52, radius: 0.3 }

/** The drawing itself, in a unit square. */
function colourAt(x: number, y: number, look: Look): Rgba {
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

/** Whether a point is in a rectangle with round corners. Squares, because `Math.hypot` is slow and start-up waits. */
function inside(x: number, y: number, { left, top, right, bottom, radius }: Round): boolean {
  const dx = Math.max(left + radius - x, x - (right - radius), 0)
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0)
  return dx * dx + dy * dy < radius * radius
}
