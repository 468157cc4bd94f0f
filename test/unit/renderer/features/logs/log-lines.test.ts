import { describe, expect, it } from 'vitest'
import { isEmpty, logDocument, logLines } from '../../../../../src/renderer/features/logs/log-lines'

const at = Date.UTC(2024, 0, 1, 12)

describe('logs as lines', () => {
  it('gives an entry its time once, and tells commands from output', () => {
    const entries = [
      { at, type: 'command', content: 'ls -la\n' },
      { at: at + 1, type: 'output', content: '\u001b[1mtotal 42\u001b[0m\ndrwx' },
    ]
    expect(logLines({ kind: 'json', entries })).toEqual({
      lines: [
        { text: 'ls -la', entry: { at, type: 'command' }, isCommand: true },
        { text: 'total 42', entry: { at: at + 1, type: 'output' }, isCommand: false },
        { text: 'drwx', entry: null, isCommand: false },
      ],
      left: 0,
    })
  })

  it('shows an entry without content, time or type', () => {
    const entries = [{ at: null, type: null, content: '' }]
    expect(logLines({ kind: 'json', entries }).lines).toEqual([
      { text: '', entry: { at: null, type: '' }, isCommand: false },
    ])
  })

  it('breaks a line of megabytes and loses none of it', () => {
    const text = 'abcdefg'.repeat(300_000)
    const { lines } = logLines({ kind: 'text', text })
    expect(Math.max(...lines.map((line) => line.text.length))).toBeLessThanOrEqual(2_000)
    expect(lines.map((line) => line.text).join('')).toBe(text)
  })

  it('shows the latest of too many lines and counts the others', () => {
    const text = Array.from({ length: 500_003 }, (_, index) => index).join('\n')
    const { lines, left } = logLines({ kind: 'text', text })
    expect({ left, first: lines[0]?.text, last: lines.at(-1)?.text }).toEqual({
      left: 3,
      first: '3',
      last: '500002',
    })
  })

  it('knows when there is nothing', () => {
    expect(isEmpty({ kind: 'json', entries: [] })).toBe(true)
    expect(isEmpty({ kind: 'text', text: ' \n' })).toBe(true)
    expect(isEmpty({ kind: 'text', text: 'x' })).toBe(false)
    expect(logLines({ kind: 'text', text: '' }).lines).toEqual([])
  })
})

describe('logs to take along', () => {
  it('keeps every character of entries, none of them bare', () => {
    const content = '\u001b]0;x\u0007\u007f\u009b31m'
    const { text, extension } = logDocument({ kind: 'json', entries: [{ at, type: 'output', content }] })
    expect(extension).toBe('json')
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
    expect(JSON.parse(text)).toEqual([{ timestamp: '2024-01-01T12:00:00.000Z', type: 'output', content }])
  })

  it('takes a time that is none for unknown', () => {
    const { text } = logDocument({ kind: 'json', entries: [{ at: 9e15, type: null, content: 'a' }] })
    expect(JSON.parse(text)).toEqual([{ timestamp: null, type: null, content: 'a' }])
  })

  it('makes a text plain', () => {
    expect(logDocument({ kind: 'text', text: '$ ls\n\u001b[31mred' })).toEqual({
      text: '$ ls\nred',
      extension: 'txt',
    })
  })
})
