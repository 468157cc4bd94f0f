import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../harness/modern/codec'

const { encode, decode } = createCodec()
const carried = (value: unknown) => decode(encode(value))

const bytes = fc.oneof(
  fc.uint8Array(),
  fc.float64Array(),
  fc.uint8Array().map((each) => each.slice().buffer),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: false,
    }),
    bytes,
    fc.array(tie('value')),
  ),
}))

describe('what crosses the bridge of the modern runtime', () => {
  it('arrives as a structured clone does', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(carried(each)).toEqual(structuredClone(each))
      }),
    )
  })

  it('keeps what is shared shared, and circles', () => {
    const shared = { name: 'one' }
    const circle: { items: unknown[] } = { items: [shared, shared] }
    circle.items.push(circle)
    const arrived = carried(circle) as typeof circle
    expect(arrived.items[0]).toBe(arrived.items[1])
    expect(arrived.items[2]).toBe(arrived)
  })

  it('carries of bytes only the part that is seen', () => {
    const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(encode(part).byteLength).toBe(encode(new Uint8Array(2)).byteLength)
    expect(carried(part)).toEqual(new Uint8Array([2, 3]))
  })

  it.each([
    ['a function', () => 0],
    ['a symbol', Symbol('mark')],
  ])('refuses %s, like structuredClone', (_name, each) => {
    expect(() => encode({ each })).toThrow(expect.objectContaining({ name: 'DataCloneError' }))
  })

  it('is the same where its text is all there is of it', () => {
    const alone = new Function(`return (${createCodec})()`)() as ReturnType<typeof createCodec>
    expect(alone.decode(encode({ at: new Date(5), list: [1n] }))).toEqual({ at: new Date(5), list: [1n] })
  })
})
