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
    expect(tallyOf('unit', report, 1)).toMatchObject({ passed: 2, failures: [expect.anything()], skipped: 3 })
  })

  it('counts a suite that did not load as a failure', () => {
    const tally = tallyOf(
      'unit',
      { testResults: [file('broken.test.ts', [], 'failed'), file('b', ['passed'])] },
      1,
    )
    expect(tally).toMatchObject({ passed: 1, failures: [expect.stringContaining('broken.test.ts')] })
  })

  it('counts a failing hook after passed tests as a failure', () => {
    expect(tallyOf('unit', { testResults: [file('a', ['passed'], 'failed')] }, 1)).toMatchObject({
      passed: 1,
      failures: [expect.anything()],
    })
  })

  it('says on one line what failed and why', () => {
    const tests = [
      {
        status: 'failed',
        fullName: 'the list is sorted',
        failureMessages: ['Error: not so\n    at list.ts:1'],
      },
    ]
    const testResults = [
      { name: 'a', status: 'failed', assertionResults: tests },
      { name: 'b', status: 'failed', message: 'no server\nno port', assertionResults: [] },
    ]
    expect(tallyOf('unit', { testResults }, 1).failures).toEqual([
      'unit: the list is sorted: Error: not so',
      'unit: b did not load or not finish: no server',
    ])
  })

  it('names once what a machine lacks for the tests that skipped themselves', () => {
    const skipped = { status: 'skipped', meta: { missing: 'no second user' } }
    const testResults = [{ name: 'a', status: 'passed', assertionResults: [skipped, skipped] }]
    expect(tallyOf('unit', { testResults }, 0)).toMatchObject({ skipped: 2, reasons: ['no second user'] })
  })

  it('counts a runner that fails although all tests passed as a failure', () => {
    const tally = tallyOf('unit', { testResults: [file('a', ['passed'])] }, 1)
    expect(tally).toMatchObject({ passed: 1, failures: [expect.anything()] })
  })

  it.each([
    ['no report', undefined],
    ['null', null],
    ['a report without results', { success: true }],
    ['a report of another shape', { testResults: [{ name: 'a' }] }],
  ])('counts %s as a failure even if the runner says that all is well', (_, report) => {
    expect(tallyOf('unit', report, 0)).toMatchObject({
      passed: 0,
      failures: [expect.anything()],
      skipped: 0,
    })
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
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toMatchObject({
      passed: 3,
      failures: [expect.anything()],
      skipped: 0,
    })
  })

  it.each([
    ['left no report', undefined],
    ['ran none of them', { testResults: [] }],
  ])('changes nothing where it %s', (_, again) => {
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toMatchObject({
      passed: 2,
      failures: [expect.anything(), expect.anything()],
    })
  })

  it('still fails where its runner failed outside of its tests', () => {
    const again = { testResults: [file('a', ['passed', 'passed']), file('c', ['passed'])] }
    expect(tallyOf('e2e', reportAfterRerun(first, again), 1)).toMatchObject({
      passed: 4,
      failures: [expect.anything()],
    })
  })
})

describe('summaryLine', () => {
  it('adds up all runners and names skipped tests only if there are any', () => {
    expect(summaryLine(nothing)).toBe('0 passed, 0 failed')
    const total = sum([{ ...nothing, passed: 3 }, failure('type check failed'), nothing])
    expect(summaryLine(total)).toBe('3 passed, 1 failed')
    expect(summaryLine(sum([total, { ...nothing, skipped: 2 }]))).toBe('3 passed, 1 failed, 2 skipped')
    expect(total.failures).toEqual(['type check failed'])
  })
})
