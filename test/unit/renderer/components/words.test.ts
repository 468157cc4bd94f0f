import { afterEach, describe, expect, it } from 'vitest'
import { shortcutText } from '../../../../src/renderer/components/Kbd'
import { relativeText } from '../../../../src/renderer/components/RelativeTime'
import { speak } from '../../../../src/shared/text/speak'

afterEach(() => speak('en'))

describe('shortcutText', () => {
  it('writes a shortcut as the system does', () => {
    expect(shortcutText('Mod+Enter', false)).toBe('Ctrl+Enter')
    expect(shortcutText('Mod+Enter', true)).toBe('⌘↵')
    expect(shortcutText('Del', true)).toBe('Del')
  })

  it('names keys as the keyboards of the chosen language do', async () => {
    await speak('de')
    expect(shortcutText('Mod+Shift+T', false)).toBe('Strg+Umschalt+T')
    expect(shortcutText('Mod+Shift+T', true)).toBe('⌘⇧T')
    expect(shortcutText('Del', false)).toBe('Entf')
  })
})

describe('relativeText', () => {
  const now = 1_700_000_000_000

  it('reads both ways from now', () => {
    expect(relativeText(now - 14 * 60_000, now)).toBe('14 m ago')
    expect(relativeText(now + 12 * 86_400_000, now, true)).toBe('in 12 d')
    expect(relativeText(now + 500, now, true)).toBe('just now')
  })

  it('puts nothing ahead that cannot lie there: another clock is a little fast, or ours was set back', () => {
    expect(relativeText(now + 30_000, now)).toBe('just now')
    expect(relativeText(now + 2 * 3_600_000, now)).toBe('earlier')
  })

  it('speaks the chosen language', async () => {
    await speak('de')
    expect(relativeText(now - 14 * 60_000, now)).toBe('vor 14 min')
    expect(relativeText(now + 12 * 86_400_000, now, true)).toBe('in 12 T')
  })
})
