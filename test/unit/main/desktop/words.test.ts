import { expect, it } from 'vitest'
import { escapeMarkup } from '../../../../src/main/desktop/window/markup'
import { trayTitle } from '../../../../src/main/desktop/window/tray-title'

it('keeps a name in a notification a name', () => {
  expect(escapeMarkup('<b>&amp;</b>')).toBe('&lt;b&gt;&amp;amp;&lt;/b&gt;')
})

it('says in the tray how many are live and what is off', () => {
  const state = { paused: false, mutedUntil: null, restarting: false }
  expect(trayTitle(1312, state, 0)).toBe('Sessiondeck: 1,312 live')
  expect(trayTitle(0, { ...state, paused: true, mutedUntil: 1 }, 0)).toBe(
    'Sessiondeck: 0 live, paused, muted',
  )
  expect(trayTitle(1, state, 1)).toBe('Sessiondeck: 1 live, a terminal asks you')
  expect(trayTitle(1, state, 2)).toBe('Sessiondeck: 1 live, 2 terminals ask you')
})
