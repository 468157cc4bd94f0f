import { describe, expect, it } from 'vitest'
import { parseDemoArguments } from '../../../src/demo/arguments'

describe('demo arguments', () => {
  it('reads every option', () => {
    const { portChannel, options } = parseDemoArguments(
      '--port-channel --seed 5 --no-churn --no-rate-limits --luaprot-removal-ms 8000 --vsay-port 4104 --control-port 4105 --luaprot-sessions 50000'.split(
        ' ',
      ),
    )
    expect(portChannel).toBe(true)
    expect(options).toMatchObject({
      seed: 5,
      churn: false,
      rateLimits: false,
      luaprotRemovalDelayMs: 8000,
      ports: { vsay: 4104, control: 4105 },
      population: { luaprot: 50_000 },
    })
  })

  it('leaves everything to the defaults when nothing is asked', () => {
    expect(parseDemoArguments([])).toMatchObject({ portChannel: false, options: { churn: true, ports: {} } })
    expect(parseDemoArguments([]).options.rateLimits).toBeUndefined()
  })

  it.each([['--seed', 'x'], ['--vsay-port', ''], ['--what'], ['--luaprot-removal-ms=-1']])(
    'refuses %s %s',
    (...args) => {
      expect(() => parseDemoArguments(args)).toThrow()
    },
  )
})
