import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How far two colours may be apart and still count as one, of 1 for black and white: a kept picture has fewer colours. */
const colourTolerance = 0.05

/** Side of the square in which differing pixels are counted, pixels: about a button with its label. */
const squareSide = 48

/** Most pixels that may differ in one such square: an age of seconds may be another digit, which is some 30; a word is far more. */
const maxDiffering = 48

/** Colours that a kept picture has: most that one byte a pixel can tell apart. */
const keptColours = 256

/** Whether this run keeps what it sees in place of what was kept. */
export const isAccepting = process.env.ACCEPT_PICTURES === '1'

/** How a picture differs from another. */
export type Difference = {
  /** What is to be said of it; `null` where they are the same to a person. */
  words: string | null
  /** The second picture in grey with red where it differs; none where the sizes do. */
  picture: PNG | null
}

/** Compares two pictures, as PNG. */
export function differenceOf(kept: Buffer, seen: Buffer): Difference {
  const [before, after] = [PNG.sync.read(kept), PNG.sync.read(seen)]
  const { width, height } = after
  if (before.width !== width || before.height !== height)
    return { words: `is ${width}×${height}, was ${before.width}×${before.height}`, picture: null }
  const picture = new PNG({ width, height })
  const options = { threshold: colourTolerance, windowSize: squareSide }
  const worst = pixelmatch(before.data, after.data, picture.data, width, height, options)
  if (worst <= maxDiffering) return { words: null, picture }
  return { words: `differs in ${worst} pixels of one square of ${squareSide}×${squareSide}`, picture }
}

/** Where pictures are kept, and where those that differ go. */
export type PictureFolders = { kept: string; differing: string }

/**
 * Compares a picture with the one that is kept under a name; keeps it instead where that is wanted.
 *
 * @returns what is to be said of a difference, with what to do about it; `null` where there is none
 */
export function compareWithKept(
  name: string,
  seen: Buffer,
  folders: PictureFolders,
  accepts = isAccepting,
): string | null {
  const file = path.join(folders.kept, `${name}.png`)
  if (accepts) {
    mkdirSync(folders.kept, { recursive: true })
    writeFileSync(file, withFewerColours(seen))
    return null
  }
  const write = (kind: string, bytes: Buffer) => {
    mkdirSync(folders.differing, { recursive: true })
    writeFileSync(path.join(folders.differing, `${name}-${kind}.png`), bytes)
  }
  const kept = existsSync(file) ? readFileSync(file) : null
  const { words, picture } = kept ? differenceOf(kept, seen) : { words: 'is new', picture: null }
  if (words === null) return null
  if (kept) write('before', kept)
  write('now', seen)
  if (picture) write('difference', PNG.sync.write(picture))
  return `${name} ${words}. Look at ${path.join(folders.differing, `${name}-*.png`)}. If it is right as it is now: ACCEPT_PICTURES=1 npm run test:e2e -- looks`
}

/** The same picture as a small file. */
function withFewerColours(picture: Buffer): Buffer {
  const words = ['png:-', '+dither', '-colors', String(keptColours), '-define', 'png:compression-level=9']
  return execFileSync('convert', [...words, '-strip', 'PNG8:-'], { input: picture, maxBuffer: 1 << 26 })
}
