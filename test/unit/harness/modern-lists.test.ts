import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chosenFiles, skipped, skippedFiles, whySkipped } from '../../harness/modern/lists.mjs'

const fileOf = (name: string) => path.join(__dirname, `../../e2e/${name}.test.ts`)

describe('the lists of the modern runtime', () => {
  it.each(chosenFiles)('run %s, which exists and is not left out', (name) => {
    expect(existsSync(fileOf(name))).toBe(true)
    expect(skippedFiles).not.toContain(`test/e2e/${name}.test.ts`)
  })

  it.each(skipped.map((each) => [each.file, each]))(
    'leave out of %s only what is there, and say why',
    (_name, each) => {
      const text = readFileSync(fileOf(each.file), 'utf8')
      if (each.test !== undefined) expect(text).toContain(`'${each.test.replaceAll("'", "\\'")}'`)
      expect(each.why).not.toBe('')
    },
  )

  it('find a test by its file and name', () => {
    const named = skipped.find((each) => each.test !== undefined)
    if (!named?.test) return
    expect(whySkipped(fileOf(named.file), named.test)).toBe(named.why)
    expect(whySkipped(fileOf('list'), named.test)).toBe(named.file === 'list' ? named.why : undefined)
  })
})
