import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputQueue } from '../../../../../src/main/terminal/session/input-queue'

describe('the input queue', () => {
  it('sends everything in order and no half characters, however often the transport is full', () => {
    const input = fc.array(fc.string({ unit: 'binary', maxLength: 40_000, size: 'max' }), { maxLength: 8 })
    fc.assert(
      fc.property(input, fc.infiniteStream(fc.boolean()), (texts, full) => {
        const sent: string[] = []
        const told: number[] = []
        const queue = new InputQueue(
          (piece) => {
            sent.push(piece)
            return !full.next().value
          },
          (waiting) => told.push(waiting),
        )
        for (const text of texts) expect(queue.push(text)).toBe(true)
        for (let round = 0; round < 200; round++) queue.drained()
        expect(sent.join('')).toBe(texts.join(''))
        // A half character would come out of UTF-8 as U+FFFD.
        expect(sent.every((piece) => Buffer.from(piece).toString() === piece)).toBe(true)
        expect(told.at(-1) ?? 0).toBe(0)
      }),
      { numRuns: 30 },
    )
  })

  it('says how much waits, and forgets it with its connection', () => {
    const told: number[] = []
    const queue = new InputQueue(
      () => false,
      (waiting) => told.push(waiting),
    )
    queue.push('a')
    queue.push('bcd')
    queue.push('e')
    expect(told).toEqual([3, 4])
    queue.drained()
    queue.clear()
    expect(told).toEqual([3, 4, 1, 0])
  })

  it('takes no more than a person would paste', () => {
    const queue = new InputQueue(
      () => false,
      () => {},
    )
    expect(queue.push('x'.repeat(32 * 1024 * 1024))).toBe(true)
    expect(queue.push('x'.repeat(1024 * 1024))).toBe(false)
  })
})
