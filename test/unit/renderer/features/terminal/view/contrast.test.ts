import { expect, it } from 'vitest'
import { contrast, readableOn } from '../../../../../../src/renderer/features/terminal/view/contrast'

it('counts the contrast of two colours', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

it('leaves a colour that can be read, and moves another one as little as is needed', () => {
  expect(readableOn('#000000', '#ffffff', 4.5)).toBe('#ffffff')
  for (const background of ['#000000', '#ffffff', '#2a5bd0', '#e2a93f', '#777777'])
    for (const colour of ['#000000', '#ffffff', background, '#ff0000', '#123456'])
      expect(contrast(background, readableOn(background, colour, 4.5))).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#131417', readableOn('#131417', '#4764b5', 4.5))).toBeLessThan(5.5)
})

it('gives the best there is where there is nothing better', () => {
  expect(readableOn('#777777', '#888888', 21)).toBe('#000000')
})
