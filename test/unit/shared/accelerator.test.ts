import { describe, expect, it } from 'vitest'
import { acceleratorOf, acceleratorSchema } from '../../../src/shared/accelerator'

const press = (code: string, held: string) => ({
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
})

describe('acceleratorOf', () => {
  it.each([
    ['KeyK', 'ca', 'Control+Alt+K'],
    ['Digit1', 'm', 'Super+1'],
    ['F2', 'as', 'Alt+Shift+F2'],
    ['Space', 'cs', 'Control+Shift+Space'],
  ])('reads %s with %s as %s', (code, held, keys) => {
    expect(acceleratorOf(press(code, held))).toBe(keys)
    expect(acceleratorSchema.safeParse(keys).success).toBe(true)
  })

  it.each([
    ['KeyK', ''],
    ['KeyK', 's'],
    ['ControlLeft', 'c'],
    ['Tab', 'c'],
    ['Escape', ''],
  ])('takes %s with “%s” for no shortcut', (code, held) =>
    expect(acceleratorOf(press(code, held))).toBeNull(),
  )
})

describe('acceleratorSchema', () => {
  it('takes none', () => expect(acceleratorSchema.safeParse('').success).toBe(true))
  it.each(['K', 'Shift+K', 'Control', 'Control+', 'Control+KK', 'MediaPlayPause', 'Control+Alt+F25'])(
    'refuses %s',
    (keys) => expect(acceleratorSchema.safeParse(keys).success).toBe(false),
  )
})
