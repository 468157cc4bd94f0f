import { describe, expect, it } from 'vitest'
import {
  forTerminal,
  pastePreview,
  pasteRisk,
  withoutControls,
} from '../../../../src/renderer/lib/paste-guard'

describe('pasteRisk', () => {
  it('lets one line of plain text pass, in any script', () => {
    for (const text of ['ls -la', '\tmake test', 'écho 漢字 👩‍💻', '']) expect(pasteRisk(text)).toBeNull()
  })

  it('counts lines, and knows that a last line break runs the line', () => {
    expect(pasteRisk('a\nb')).toEqual({ lines: 2, controls: 0 })
    expect(pasteRisk('a\r\nb\r\n')).toEqual({ lines: 2, controls: 0 })
    expect(pasteRisk('reboot\n')).toEqual({ lines: 1, controls: 0 })
    expect(pasteRisk('reboot\r')).toEqual({ lines: 1, controls: 0 })
  })

  it('finds what hides in a text', () => {
    expect(pasteRisk('ls\u001b[201~rm')).toEqual({ lines: 1, controls: 1 })
    expect(pasteRisk('a\u0003b\u009bc')).toEqual({ lines: 1, controls: 2 })
    expect(pasteRisk('ls \u202etxt.exe')).toEqual({ lines: 1, controls: 1 })
    expect(pasteRisk('ls\u2028rm')).toEqual({ lines: 1, controls: 1 })
  })
})

it('takes control characters out and leaves tabs and line breaks', () => {
  expect(withoutControls('a\u001b[31m\tb\r\nc\u202e')).toBe('a[31m\tb\r\nc')
})

it('never lets a text end its own bracketed paste', () => {
  expect(forTerminal('a\r\nb\nc')).toBe('a\rb\rc')
  expect(forTerminal('a\u001b[201~b\u009b201~c')).toBe('a[201~b201~c')
  // Taking one out must not make another.
  expect(forTerminal('\u001b[20\u001b[201~1~')).not.toContain('\u001b[201~')
})

it('writes control characters out in the preview and bounds it', () => {
  expect(pastePreview('a\u001b[0m\r\nb\u007f\u202e')).toBe('a^[[0m\nb^?<U+202E>')
  expect(pastePreview('x'.repeat(1_000_000)).length).toBeLessThan(2_100)
})
