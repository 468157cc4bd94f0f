import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPacedInput } from '../../../../src/renderer/lib/paced-input'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const mebibyte = 1024 * 1024

function setUp() {
  const sent: string[] = []
  const listening = { yes: true }
  const input = createPacedInput((data) => {
    if (listening.yes) sent.push(data)
    return listening.yes
  })
  return { input, sent, listening, length: () => sent.join('').length }
}

it('sends a key at once', () => {
  const { input, sent } = setUp()
  input.push('a')
  input.push('b')
  expect(sent).toEqual(['a', 'b'])
})

it('sends a paste in pieces, in order, with what is typed behind it', () => {
  const { input, sent, length } = setUp()
  const paste = Array.from({ length: mebibyte / 8 }, (_, index) => String(index).padStart(8)).join('')
  input.push(paste)
  expect(length()).toBeLessThan(mebibyte / 8)
  input.push('typed')
  vi.runAllTimers()
  expect(sent.join('') === `${paste}typed`).toBe(true)
})

it('keeps the rest while the other side is full, and goes on when it is not', () => {
  const { input, length } = setUp()
  input.push('x'.repeat(mebibyte))
  input.held(1)
  const before = length()
  vi.advanceTimersByTime(60_000)
  expect(length()).toBe(before)
  input.held(0)
  vi.runAllTimers()
  expect(length()).toBe(mebibyte)
})

it('forgets the rest where nobody hears it any more: it is not for the next connection', () => {
  const { input, sent, listening, length } = setUp()
  input.push('x'.repeat(mebibyte))
  listening.yes = false
  vi.runAllTimers()
  const before = length()
  listening.yes = true
  input.push('a')
  vi.runAllTimers()
  expect(length()).toBe(before + 1)
  expect(sent.at(-1)).toBe('a')
})

it('forgets what waits, and that it was held, with its port', () => {
  const { input, sent } = setUp()
  input.held(1)
  input.push('old')
  input.clear()
  input.push('new')
  expect(sent).toEqual(['new'])
})

it('sends Ctrl-C at once in place of the paste that is held, and then what is typed', () => {
  const { input, sent } = setUp()
  input.push('x'.repeat(mebibyte))
  input.held(1)
  const before = sent.length
  input.push('\x03')
  expect(sent.slice(before)).toEqual(['\x03'])
  input.held(0)
  input.push('ls\r')
  vi.runAllTimers()
  expect(sent.slice(before)).toEqual(['\x03', 'ls\r'])
})

it('ends a bracketed paste before the Ctrl-C, which would be a part of it otherwise', () => {
  const { input, sent } = setUp()
  input.push(`\x1b[200~${'x'.repeat(mebibyte)}\x1b[201~`)
  const before = sent.length
  input.push('\x03')
  vi.runAllTimers()
  expect(sent.slice(before)).toEqual(['\x1b[201~\x03'])
})

it('sends Ctrl-C alone where no paste waits, even while the other side is full', () => {
  const { input, sent } = setUp()
  input.push(`\x1b[200~short\x1b[201~`)
  input.held(1)
  input.push('\x03')
  expect(sent).toEqual(['\x1b[200~short\x1b[201~', '\x03'])
})
