import { expect, it } from 'vitest'
import { passOverHugeCounts } from '../../../../../src/renderer/features/terminal/huge-counts'

it('passes over what is to be done too often, and nothing else', () => {
  const handlers = new Map<
    string | undefined,
    (params: (number | number[])[]) => boolean | Promise<boolean>
  >()
  const dispose = () => ({ dispose: () => undefined })
  passOverHugeCounts({
    parser: {
      registerCsiHandler(id, handler) {
        handlers.set(id.final, handler)
        return dispose()
      },
      registerDcsHandler: dispose,
      registerEscHandler: dispose,
      registerOscHandler: dispose,
    },
  })
  expect([...handlers.keys()].sort()).toEqual(['I', 'L', 'M', 'S', 'T', 'Z', 'b'])
  for (const handler of handlers.values()) {
    expect(handler([999_999_999])).toBe(true)
    for (const few of [[], [0], [80], [[1, 2]]]) expect(handler(few)).toBe(false)
  }
})
