import { describe, expect, it } from 'vitest'
import { FindShortcut } from '../../../../../src/main/desktop/window/find-shortcut'

function setUp(taken: readonly string[] = []) {
  const registered = new Map<string, () => void>()
  let pressed = 0
  const shortcut = new FindShortcut(
    {
      register(accelerator, callback) {
        if (accelerator === 'Nonsense') throw new TypeError('conversion failure')
        if (taken.includes(accelerator)) return false
        registered.set(accelerator, callback)
        return true
      },
      unregister: (accelerator) => registered.delete(accelerator),
    },
    () => {
      pressed += 1
    },
  )
  return {
    shortcut,
    keys: () => [...registered.keys()],
    press: (key: string) => registered.get(key)?.(),
    pressed: () => pressed,
  }
}

describe('the shortcut that works everywhere', () => {
  it('is off until it is set, moves to other keys, and goes', () => {
    const { shortcut, keys, press, pressed } = setUp()
    expect(keys()).toEqual([])
    shortcut.set('Control+Alt+K')
    press('Control+Alt+K')
    expect(pressed()).toBe(1)
    shortcut.set('Alt+F2')
    expect(keys()).toEqual(['Alt+F2'])
    shortcut.set('')
    expect(keys()).toEqual([])
  })

  it.each(['Super+K', 'Nonsense'])(
    'says that the system refuses %s, and keeps the keys before',
    (refused) => {
      const { shortcut, keys } = setUp(['Super+K'])
      shortcut.set('Control+Alt+K')
      expect(shortcut.set(refused)).toMatchObject({
        error: { kind: 'config', path: 'findShortcut', message: expect.stringContaining(refused) },
      })
      expect(shortcut.problem).not.toBeNull()
      expect(keys()).toEqual(['Control+Alt+K'])
      expect(shortcut.set('Control+Alt+K')).toEqual({ ok: true, value: undefined })
      expect(shortcut.problem).toBeNull()
    },
  )
})
