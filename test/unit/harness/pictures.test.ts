import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareWithKept, differenceOf } from '../../harness/pictures'

/** A grey page with a darker button somewhere on it. */
function page(buttonAt: number, { shade = 40, width = 200 } = {}): Buffer {
  const picture = new PNG({ width, height: 100 })
  for (let y = 0; y < 100; y++)
    for (let x = 0; x < width; x++) {
      const isButton = x >= buttonAt && x < buttonAt + 60 && y >= 40 && y < 64
      picture.data.fill(isButton ? shade : 230, (y * width + x) * 4, (y * width + x) * 4 + 3)
      picture.data[(y * width + x) * 4 + 3] = 255
    }
  return PNG.sync.write(picture)
}

describe('differenceOf', () => {
  it('finds none between a picture and itself, or one with a shade that nobody tells apart', () => {
    expect(differenceOf(page(20), page(20)).words).toBeNull()
    expect(differenceOf(page(20), page(20, { shade: 44 })).words).toBeNull()
  })

  it('finds what has moved, by a few pixels too, and shows where', () => {
    const { words, picture } = differenceOf(page(20), page(24))
    expect(words).toMatch(/^differs in \d+ pixels of one square/)
    expect(picture).not.toBeNull()
  })

  it('finds another colour and another size', () => {
    expect(differenceOf(page(20), page(20, { shade: 120 })).words).not.toBeNull()
    expect(differenceOf(page(20), page(20, { width: 201 })).words).toBe('is 201×100, was 200×100')
  })
})

describe('compareWithKept', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-pictures-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const folders = () => ({ kept: path.join(folder, 'kept'), differing: path.join(folder, 'differing') })
  // As a run writes it that accepts: with ImageMagick, which only the machine of the end-to-end tests has.
  const keep = () => {
    const { kept } = folders()
    mkdirSync(kept)
    writeFileSync(path.join(kept, 'list-light.png'), page(20))
  }

  it('says nothing of a view that looks as it did, and writes nothing', () => {
    keep()
    expect(compareWithKept('list-light', page(20), folders(), false)).toBeNull()
    expect(existsSync(folders().differing)).toBe(false)
  })

  it('writes before, now and difference of one that does not, and says how to accept it', () => {
    keep()
    const words = compareWithKept('list-light', page(30), folders(), false)
    expect(words).toContain('list-light differs in')
    expect(words).toContain('ACCEPT_PICTURES=1 npm run test:e2e -- looks')
    expect(readdirSync(folders().differing).sort()).toEqual([
      'list-light-before.png',
      'list-light-difference.png',
      'list-light-now.png',
    ])
  })

  it('does not take a view for unchanged that it has no picture of', () => {
    expect(compareWithKept('list-light', page(20), folders(), false)).toContain('list-light is new')
    expect(readdirSync(folders().differing)).toEqual(['list-light-now.png'])
  })
})
