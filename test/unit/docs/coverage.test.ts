import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(__dirname, '../../..')
const rows = readFileSync(path.join(root, 'docs/coverage.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \*/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

/** Endpoints whose part of the window has no end-to-end test so far. */
const mostUntested = 0

describe('docs/coverage.md', () => {
  it('has every documented endpoint once', () => {
    const endpoints = rows.map(([endpoint]) => endpoint)
    expect(endpoints).toHaveLength(28)
    expect(new Set(endpoints).size).toBe(28)
  })

  it('leaves fewer and fewer without a test', () => {
    expect(rows.filter(([, , test]) => test === 'none yet').length).toBeLessThanOrEqual(mostUntested)
  })

  it.each(rows.filter(([, , test]) => test !== 'none yet'))('%s names a test that is there', (...row) => {
    const [, file = '', name = ''] = /^`([\w-]+\.test\.ts)`: (.+)$/.exec(row[2] ?? '') ?? []
    const place = path.join(root, 'test/e2e', file)
    expect(existsSync(place)).toBe(true)
    expect(readFileSync(place, 'utf8')).toContain(`it('${name}'`)
  })
})
