import { expect, it, vi } from 'vitest'
import { Lazy } from '../../../src/shared/lazy'

it('makes its value when it is first wanted, once, also where that is nothing', () => {
  const make = vi.fn(() => undefined)
  const lazy = new Lazy(make)
  expect(make).not.toHaveBeenCalled()
  expect([lazy.value, lazy.value]).toEqual([undefined, undefined])
  expect(make).toHaveBeenCalledTimes(1)
})
