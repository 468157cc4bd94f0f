import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BodyRoom, IncomingBody } from '../../../../../src/main/watch/providers/body-room'

function received(room: BodyRoom, parts: readonly Buffer[], declared: number): Buffer {
  const incoming = new IncomingBody(room, declared)
  for (const part of parts) incoming.add(part)
  return incoming.whole()
}

describe('a body that comes in parts', () => {
  const parts = fc.array(
    fc.nat(60_000).map((length) => Buffer.alloc(length, length)),
    { maxLength: 8 },
  )

  it('is all of them, whatever length was declared, and takes no more memory than about twice as much', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(0, 1, 70_000, 1e6, Number.NaN), (all, declared) => {
        const room = new BodyRoom()
        const body = received(room, all, declared)
        expect(body.equals(Buffer.concat(all))).toBe(true)
        expect(room.bytesOf(body)).toBeLessThanOrEqual(2 * body.length + 1)
      }),
    )
  })

  it('lies where one lay that was given back', () => {
    const room = new BodyRoom()
    const first = received(room, [Buffer.alloc(100_000, 'a')], 100_000)
    room.giveBack(first)
    expect(room.bytes).toBeGreaterThanOrEqual(100_000)
    const second = received(room, [Buffer.alloc(100_010, 'b')], 100_010)
    expect(second.buffer).toBe(first.buffer)
    expect(room.bytes).toBe(0)
  })

  it('never touches one that is still read, or that is not from this room', () => {
    const step = fc.record({
      length: fc.nat(50_000),
      declared: fc.constantFrom(true, false),
      fate: fc.constantFrom('kept', 'given back', 'broken off'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const room = new BodyRoom()
        const foreign = Buffer.from('of somebody else')
        const kept: [Buffer, number][] = []
        for (const [index, { length, declared, fate }] of steps.entries()) {
          room.giveBack(foreign)
          const content = Buffer.alloc(length, index + 1)
          if (fate === 'broken off') new IncomingBody(room, declared ? length : 0).add(content)
          else {
            const body = received(room, [content], declared ? length : 0)
            if (fate === 'kept') kept.push([body, index + 1])
            else room.giveBack(body)
          }
        }
        expect(foreign.toString()).toBe('of somebody else')
        for (const [body, sign] of kept) expect(body.every((byte) => byte === sign)).toBe(true)
      }),
    )
  })
})
