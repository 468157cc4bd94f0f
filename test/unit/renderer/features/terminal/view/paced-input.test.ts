import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PacedInput, type Readiness } from '../../../../../../src/renderer/features/terminal/view/paced-input'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const mebibyte = 1024 * 1024

function setUp() {
  const sent: string[] = []
  const listening: { readiness: Readiness } = { readiness: 'now' }
  const input = new PacedInput(
    () => listening.readiness,
    (data) => void sent.push(data),
  )
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
  listening.readiness = 'never'
  vi.runAllTimers()
  const before = length()
  listening.readiness = 'now'
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

it('joins small pieces that wait, in order', () => {
  const { input, sent } = setUp()
  input.held(1)
  for (let at = 0; at < 100_000; at++) input.push(`${at};`)
  input.held(0)
  vi.runAllTimers()
  expect(sent.join('')).toBe(Array.from({ length: 100_000 }, (_, at) => `${at};`).join(''))
  expect(sent.length).toBeLessThan(20)
})

it('takes no more than a transport that stands still would', () => {
  const { input, length } = setUp()
  input.held(1)
  for (let at = 0; at < 40; at++) input.push('x'.repeat(mebibyte))
  input.held(0)
  vi.runAllTimers()
  expect(length()).toBe(32 * mebibyte)
})

describe('what is typed before the remote side is there', () => {
  it('waits for it, and is sent once', () => {
    const { input, sent, listening } = setUp()
    listening.readiness = 'soon'
    for (const key of 'ls -la\r') input.push(key)
    vi.runAllTimers()
    expect(sent).toEqual([])
    listening.readiness = 'now'
    input.readinessChanged()
    input.readinessChanged()
    vi.runAllTimers()
    expect(sent.join('')).toBe('ls -la\r')
  })

  it('is forgotten where nobody comes, or somebody is asked something', () => {
    const { input, sent, listening } = setUp()
    listening.readiness = 'soon'
    input.push('secret\r')
    listening.readiness = 'never'
    input.readinessChanged()
    input.push('x')
    listening.readiness = 'now'
    input.readinessChanged()
    vi.runAllTimers()
    expect(sent).toEqual([])
  })

  it('is text alone: no arrows, no mouse, no answers', () => {
    const { input, sent, listening } = setUp()
    listening.readiness = 'soon'
    for (const data of ['\x1b[A', '\x1b[<35;13;6M', '\x1b[?1;2c', 'x']) input.push(data)
    listening.readiness = 'now'
    input.readinessChanged()
    expect(sent).toEqual(['x'])
  })

  it('can be taken back with Ctrl-C', () => {
    const { input, sent, listening } = setUp()
    listening.readiness = 'soon'
    input.push('reboot\r')
    input.push('\x03')
    listening.readiness = 'now'
    input.readinessChanged()
    expect(sent).toEqual([])
  })

  it('is no more than somebody types', () => {
    const { input, length, listening } = setUp()
    listening.readiness = 'soon'
    for (let at = 0; at < 200; at++) input.push('x'.repeat(1_024))
    listening.readiness = 'now'
    input.readinessChanged()
    vi.runAllTimers()
    expect(length()).toBe(64 * 1_024)
  })
})
