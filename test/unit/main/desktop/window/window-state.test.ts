import { expect, it } from 'vitest'
import { openingBounds } from '../../../../../src/main/desktop/window/window-state'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1000 }

it('is centred by the system at first, and fits the screen', () => {
  expect(openingBounds(null, [screen])).toEqual({ width: 1360, height: 860 })
  expect(openingBounds(null, [{ ...screen, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 })
})

it('comes back where it was, on either screen', () => {
  const there = { x: 2000, y: 40, width: 1000, height: 700 }
  expect(openingBounds(there, [screen, right])).toEqual(there)
})

it.each([
  ['the screen is gone', { x: 2000, y: 40, width: 1000, height: 700 }],
  ['only an edge would show', { x: 1850, y: 40, width: 1000, height: 700 }],
  ['its top is above the screen', { x: 100, y: -400, width: 1000, height: 700 }],
  ['its top is below the screen', { x: 100, y: 1030, width: 1000, height: 700 }],
])('is centred again when %s', (_why, remembered) => {
  expect(openingBounds(remembered, [screen])).toEqual({ width: 1000, height: 700 })
})

it('shrinks to its screen and never below its minimum', () => {
  expect(openingBounds({ x: 0, y: 0, width: 4000, height: 100 }, [screen])).toEqual({
    x: 0,
    y: 0,
    width: 1920,
    height: 600,
  })
})
