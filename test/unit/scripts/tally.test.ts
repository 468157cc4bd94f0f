import { describe, expect, it } from 'vitest'
import {
  failedFiles,
  failure,
  nothing,
  reportAfterRerun,
  sum,
  summaryLine,
  tallyOf,
} from '../../../scripts/tally.mjs'

function file(name: string, statuses: string[], status = statuses.includes('failed') ? 'failed' : 'passed') {
  return { name, status, assertionResults: statuses.map((each) => ({ status: each })) }
}

describe('tallyOf', () => {
  it('counts passed, failed and every kind of skipped test', () => {
    const report = {
      testResults: [file('a', ['passed', 'failed', 'passed']), file('b', ['pending', 'skipped', 'todo'])],
    }
    expect(tallyOf('unit', report, 1)).toEqual({ passed: 2, failed: 1, skipped: 3, problems: [] })
  })

  it('counts a suite that did not load as a failure', () => {
    const tally = tallyOf(
      'unit',
      { testResults: [file('broken.test.ts', [], 'failed'), file('b', ['passed'])] },
      1,
    )
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.problems[0]).toContain('broken.test.ts')
  })

  it('counts a failing hook after passed tests as a failure', () => {
    expect(tallyOf('unit', { testResults: [file('a', ['passed'], 'failed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  it('counts a runner that fails although all tests passed as a failure', () => {
    const tally = tallyOf('unit', { testResults: [file('a', ['passed'])] }, 1)
    expect(tally).toMatchObject({ passed: 1, failed: 1 })
    expect(tally.problems).toHaveLength(1)
  })

  it.each([
    ['no report', undefined],
    ['null', null],
    ['a report without results', { success: true }],
    ['a report of another shape', { testResults: [{ name: 'a' }] }],
  ])('counts %s as a failure even if the runner says that all is well', (_, report) => {
    expect(tallyOf('unit', report, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('a second run of what failed', () => {
  const first = {
    testResults: [file('a', ['passed', 'failed']), file('b', ['passed']), file('c', [], 'failed')],
  }

  it('is of the files with a failure, also of one that did not load', () => {
    expect(failedFiles(first)).toEqual(['a', 'c'])
    expect(failedFiles(undefined)).toEqual([])
  })

  it('counts for its files in place of the first', () => {
    const again = { testResults: [file('a', ['passed', 'passed']), file('c', ['failed'])] }
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      problems: [],
    })
  })

  it.each([
    ['left no report', undefined],
    ['ran none of them', { testResults: [] }],
  ])('changes nothing where it %s', (_, again) => {
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toMatchObject({ passed: 2, failed: 2 })
  })

  it('still fails where its runner failed outside of its tests', () => {
    const again = { testResults: [file('a', ['passed', 'passed']), file('c', ['passed'])] }
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toMatchObject({ passed: 4, failed: 1 })
  })
})

describe('summaryLine', () => {
  it('adds up all runners and names skipped tests only if there are any', () => {
    expect(summaryLine(nothing)).toBe('0 passed, 0 failed')
    const total = sum([
      { passed: 3, failed: 0, skipped: 0, problems: [] },
      failure('type check failed'),
      nothing,
    ])
    expect(summaryLine(total)).toBe('3 passed, 1 failed')
    expect(summaryLine(sum([total, { ...nothing, skipped: 2 }]))).toBe('3 passed, 1 failed, 2 skipped')
    expect(total.problems).toEqual(['type check failed'])
  })
})
