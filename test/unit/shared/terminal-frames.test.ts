import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inputPieces } from '../../../src/shared/terminal-frames'

it('cuts input into pieces that are whole characters and no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, length) => {
      const pieces = inputPieces(text, length)
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece.length).toBeGreaterThan(0)
        expect(piece.length).toBeLessThanOrEqual(length)
        expect(Buffer.from(piece).toString()).toBe(piece)
      }
    }),
  )
})
