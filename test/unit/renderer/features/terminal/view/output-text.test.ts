import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OutputText } from '../../../../../../src/renderer/features/terminal/view/output-text'

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** What a parser makes of slices. */
const joined = (slices: (string | Uint8Array)[]) =>
  slices.map((slice) => (typeof slice === 'string' ? slice : new TextDecoder().decode(slice))).join('')
const read = (...chunks: (string | number[])[]) => {
  const text = new OutputText()
  return chunks.map((chunk) =>
    joined(text.read(typeof chunk === 'string' ? bytesOf(chunk) : Uint8Array.from(chunk))),
  )
}

describe('the text of what is printed', () => {
  it('shows bytes that are no UTF-8', () => {
    expect(read([0x61, 0xff, 0x62])).toEqual(['a\ufffdb'])
    // ISO 8859-1, a character that is cut off, and one that is longer than it has to be.
    expect(read([0xe4, 0x20, 0xe2, 0x82, 0x0a, 0xc0, 0xaf])).toEqual(['\ufffd \ufffd\n\ufffd\ufffd'])
  })

  it('waits for the rest of a character', () => {
    expect(read([0xf0, 0x9f], [0xab, 0xa0])).toEqual(['', '🫠'])
    expect(read([0xe2, 0x82], [0x41])).toEqual(['', '\ufffdA'])
  })

  it('is what was printed, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(20), (printed, size) => {
        fc.pre(!printed.includes('\x1bc'))
        const bytes = bytesOf(printed)
        const text = new OutputText()
        let out = ''
        for (let at = 0; at < bytes.length; at += size + 1)
          out += joined(text.read(bytes.subarray(at, at + size + 1)))
        expect(out).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      }),
    )
  })

  it('keeps the marks of a letter, but not without measure', () => {
    const [vietnamese] = read('ệ'.normalize('NFD'))
    expect(vietnamese).toBe('ệ'.normalize('NFD'))
    expect(read(`a${'\u0301'.repeat(1_000)}b\u0301`)).toEqual([`a${'\u0301'.repeat(30)}b\u0301`])
    const family = '👩‍👩‍👧‍👦'
    expect(read(family.repeat(50))).toEqual([family.repeat(50)])
  })

  it('counts marks over the pieces that they come in', () => {
    const pieces = read('a', ...Array(100).fill('\u0301'), 'b')
    expect(pieces.join('')).toBe(`a${'\u0301'.repeat(30)}b`)
  })

  it('is ASCII as it came', () => {
    const bytes = bytesOf('plain \x1b[31mtext\r\n')
    expect(new OutputText().read(bytes)).toEqual([bytes])
  })

  it('is without what a later full reset takes away', () => {
    expect(read('a\x1bcb\x1bcc\x1bcd')).toEqual(['a\x1bcd'])
    expect(read('a\x1bcb')).toEqual(['a\x1bcb'])
  })

  it('comes in slices that are parsed in a moment', () => {
    const slicesOf = (printed: string) => new OutputText().read(bytesOf(printed))
    expect(slicesOf('x'.repeat(100_000))).toHaveLength(1)
    const lines = '\n'.repeat(100_000)
    expect(joined(slicesOf(lines))).toBe(lines)
    for (const slice of slicesOf(lines)) expect(slice.length).toBeLessThanOrEqual(8_192)
    const emoji = '🫠'.repeat(200_000)
    expect(joined(slicesOf(emoji))).toBe(emoji)
    expect(joined(slicesOf(`${emoji}${lines}`))).toBe(`${emoji}${lines}`)
  })
})
