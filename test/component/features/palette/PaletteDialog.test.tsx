import { screen, waitFor } from '@testing-library/react'
import { Circle } from 'lucide-react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaletteEntry } from '../../../../src/renderer/features/palette/entries'
import { PaletteDialog } from '../../../../src/renderer/features/palette/PaletteDialog'
import { useRecent } from '../../../../src/renderer/features/palette/recent'
import { openPalette, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { defaultSettings } from '../../../../src/shared/default-settings'
import { ok } from '../../../../src/shared/result'
import { settingsSchema } from '../../../../src/shared/settings'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'
import { rosterRow } from '../../../harness/roster-rows'
import { account } from '../../../unit/renderer/account'

let bridge: FakeBridge
const ran = vi.fn<(what: string) => void>()

const entry = (label: string, group: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  group,
  label,
  icon: Circle,
  run: () => ran(label),
  ...more,
})
const entries = [
  entry('Sessions', 'Go to'),
  entry('Scripts', 'Go to'),
  entry('Settings', 'Commands', { also: 'preferences' }),
  entry('Terminal settings', 'Commands'),
  entry('web-1', 'SSH hosts', { detail: 'New terminal' }),
]

const draw = (all: readonly PaletteEntry[] = entries) => {
  openPalette()
  return show(<PaletteDialog entries={all} openSession={(key) => ran(`session ${key}`)} />)
}
const field = () => screen.findByRole<HTMLInputElement>('combobox')
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
const chosen = () => screen.getByRole('option', { selected: true })

beforeEach(() => {
  ran.mockReset()
  useRecent.setState({ choices: [] })
  bridge = new FakeBridge()
  bridge.install()
  withAccounts([{ ...account('a'), label: 'Hub One' }])
  // The simulated document lays nothing out.
  Element.prototype.scrollIntoView = () => undefined
})

/** The watch thread knows somebody of that name, and another whose name holds it. */
const knows = (name: string) =>
  bridge.answer('person.find', ({ text }) =>
    ok({
      text,
      sessions: [rosterRow('1', { userName: name })],
      similar: { sessions: [rosterRow('2', { userName: `${name}_two` })], total: 1 },
      actions: [],
      asks: [],
    }),
  )

describe('the keys', () => {
  it('move what the field says is meant, and stop at the ends', async () => {
    const { user } = draw()
    const input = await field()
    await waitFor(() => expect(document.activeElement).toBe(input))
    const isMeant = (label: string) => {
      expect(chosen().textContent).toContain(label)
      expect(input.getAttribute('aria-activedescendant')).toBe(chosen().id)
    }
    isMeant('Sessions')
    await user.keyboard('{ArrowUp}')
    isMeant('Sessions')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    isMeant('Settings')
    await user.keyboard('{End}')
    isMeant('web-1')
    await user.keyboard('{ArrowDown}{Home}')
    isMeant('Sessions')
    expect(document.activeElement).toBe(input)
  })

  it('run what is meant and close', async () => {
    const { user } = draw()
    await user.type(await field(), 'set{ArrowDown}{Enter}')
    expect(ran.mock.calls).toEqual([['Terminal settings']])
    expect(useDialogs.getState().dialog).toBeNull()
  })

  it('leave with Esc, and nothing runs', async () => {
    const { user } = draw()
    await user.type(await field(), 'set{Escape}')
    expect(useDialogs.getState().dialog).toBeNull()
    expect(ran).not.toHaveBeenCalled()
  })
})

describe('what is found', () => {
  it('has the best first, marks its letters, and ends with the way to a person', async () => {
    const { user } = draw()
    await user.type(await field(), 'sett')
    expect(options()).toEqual(['Settings', 'Terminal settings', 'Find “sett” at your services'])
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Sett', 'sett'])
  })

  it('is also found by words that are not shown, and by its detail', async () => {
    const { user } = draw()
    await user.type(await field(), 'prefer')
    expect(options()[0]).toBe('Settings')
    await user.clear(await field())
    await user.type(await field(), 'new web')
    expect(options()[0]).toContain('web-1')
  })

  it('is a group for each heading, and never more than some fifty rows', async () => {
    draw([...entries, ...Array.from({ length: 200 }, (_, index) => entry(`Script ${index}`, 'Scripts'))])
    await field()
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Go to',
      'Commands',
      'SSH hosts',
      'Scripts',
    ])
    expect(options().length).toBeGreaterThan(20)
    expect(options().length).toBeLessThanOrEqual(50)
  })

  it('begins with what was chosen last', async () => {
    const { user, rerender } = draw()
    await user.type(await field(), 'web{Enter}')
    rerender(<div />)
    rerender(<PaletteDialog entries={entries} openSession={() => undefined} />)
    await field()
    expect(screen.getAllByRole('group')[0]?.getAttribute('aria-label')).toBe('Recent')
    expect(chosen().textContent).toContain('web-1')
    expect(options()).toHaveLength(entries.length)
  })

  it('begins with a session that was chosen, but not with what was only looked for', async () => {
    knows('settler')
    const { user, rerender } = draw()
    const next = async () => {
      rerender(<div />)
      openPalette()
      rerender(<PaletteDialog entries={entries} openSession={(key) => ran(`session ${key}`)} />)
      return field()
    }
    await user.type(await field(), 'settler')
    await user.click(await screen.findByRole('option', { name: /settler_two/ }))
    await user.type(await next(), 'settler{Enter}')
    expect(useDialogs.getState().isFinding).toBe(true)
    await next()
    expect(options()).toHaveLength(entries.length + 1)
    expect(options()[0]).toBe('settler_twoLuaProt · Hub One')
    await user.keyboard('{Enter}')
    expect(ran.mock.calls).toEqual([['session a:2'], ['session a:2']])
  })
})

describe('people', () => {
  it('come as suggestions from the watch thread, after everything else, and open', async () => {
    knows('settler')
    const { user } = draw()
    await user.type(await field(), 'settler')
    await screen.findByRole('option', { name: /settler_two/ })
    expect(options()).toEqual([
      'Find “settler” at your services',
      'settlerLuaProt · Hub One',
      'settler_twoLuaProt · Hub One',
    ])
    expect(chosen().textContent).toContain('Find')
    await user.keyboard('{End}{Enter}')
    expect(ran.mock.calls).toEqual([['session a:2']])
  })

  it.each(['<@123456789012345678>', '123456789012345678', 'KEY-4f2a-99b1-aa00', '@web-1', '"web-1"'])(
    'are the first to be looked for by %s',
    async (text) => {
      const { user } = draw()
      await user.click(await field())
      await user.paste(text)
      expect(chosen().textContent).toMatch(/^Find/)
      await user.keyboard('{Enter}')
      expect(useDialogs.getState()).toMatchObject({ dialog: null, isFinding: true, wanted: text })
    },
  )

  it('are masked while presenting, and so is what is typed', async () => {
    withAccounts([{ ...account('a'), label: 'Hub One' }], {
      settings: settingsSchema.parse({ ...defaultSettings, presentation: true }),
    })
    knows('settler')
    const { user } = draw()
    await user.type(await field(), 'sett')
    await waitFor(() => expect(options()).toHaveLength(5))
    expect(options().slice(2)).toEqual([
      'Find this person at your services',
      expect.stringMatching(/^User \d+LuaProt · Hub One$/),
      expect.stringMatching(/^User \d+LuaProt · Hub One$/),
    ])
    expect(document.querySelector('mark')).toBeNull()
    expect((await field()).className).toMatch(/covered/)
    expect(document.body.textContent).not.toContain('settler')
    await user.keyboard('{End}{Enter}')
    expect(ran.mock.calls).toEqual([['session a:2']])
    expect(useRecent.getState().choices).toEqual([])
  })
})
