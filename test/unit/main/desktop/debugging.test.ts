import { describe, expect, it } from 'vitest'
import { debuggingRefusal } from '../../../../src/main/desktop/debugging'

const started = (...words: string[]) => ({ hasSwitch: (name: string) => words.includes(name) })

describe('debuggingRefusal', () => {
  it('names the switch that would hand the window to another program', () => {
    expect(debuggingRefusal(started('lang', 'remote-debugging-port'))).toContain('--remote-debugging-port')
    expect(debuggingRefusal(started('remote-debugging-pipe'))).toContain('--remote-debugging-pipe')
  })

  it('lets every other start be', () => {
    expect(debuggingRefusal(started('lang', 'user-data-dir'))).toBe(null)
  })
})
