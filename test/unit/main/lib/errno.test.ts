import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorCode, isMissing } from '../../../../src/main/lib/errno'

const failureOf = (run: () => void): unknown => {
  try {
    run()
  } catch (cause) {
    return cause
  }
  throw new Error('it did not fail')
}

describe('the code of an error', () => {
  it('is the file system’s', () => {
    const cause = failureOf(() => readFileSync(path.join(__dirname, 'not-there')))
    expect(errorCode(cause)).toBe('ENOENT')
    expect(isMissing(cause)).toBe(true)
    expect(isMissing(failureOf(() => readFileSync(__dirname)))).toBe(false)
  })

  it('is empty where there is none, or one that is no text', () => {
    for (const cause of [
      new Error('x'),
      Object.assign(new Error('x'), { code: 20 }),
      null,
      undefined,
      'ENOENT',
    ])
      expect(errorCode(cause)).toBe('')
  })
})
