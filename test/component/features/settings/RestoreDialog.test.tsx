import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Dialogs } from '../../../../src/renderer/app/Dialogs'
import { windowParts } from '../../../../src/renderer/features/settings/window-parts'
import { useTerminalPreferences } from '../../../../src/renderer/features/terminal/terminal-preferences'
import { openDialog, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { resetColumns, useView } from '../../../../src/renderer/stores/view'
import type { BackupItem, BackupPreview } from '../../../../src/shared/backup'
import { err, ok } from '../../../../src/shared/result'
import { settingsSchema } from '../../../../src/shared/settings'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

const item = (fields: Partial<BackupItem> & Pick<BackupItem, 'id' | 'group' | 'name'>): BackupItem => ({
  detail: '',
  effect: 'add',
  why: '',
  ...fields,
})

const items = [
  item({ id: 'account 0', group: 'accounts', name: 'Hub One', detail: 'LuaProt, https://one.example' }),
  item({ id: 'account 1', group: 'accounts', name: 'Broken', effect: 'refused', why: 'It has a mistake.' }),
  item({
    id: 'host 0',
    group: 'hosts',
    name: 'web-1',
    detail: 'root@web-1',
    effect: 'replace',
    why: 'address',
  }),
  item({ id: 'template 0', group: 'templates', name: 'Bye', effect: 'same' }),
  item({ id: 'setting theme', group: 'settings', name: 'theme', detail: 'light → dark', effect: 'replace' }),
]
const exportedAt = Date.UTC(2026, 10, 28, 12)

let bridge: FakeBridge
beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('backup.restore', () => ok({ done: 1, failed: [], withoutKey: [] }))
  withAccounts([])
  resetColumns()
})

const open = (window: BackupPreview['window'] = windowParts()) => {
  openDialog({ kind: 'restore', preview: { exportedAt, items, window } })
  return show(<Dialogs />)
}

const isTicked = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked

describe('the preview of an import', () => {
  it('takes what is new and leaves what would replace something', async () => {
    const { user } = open()
    await screen.findByRole('dialog')
    expect(isTicked('Hub One')).toBe(true)
    expect(isTicked('web-1')).toBe(false)
    expect(screen.getByText('Replaces yours: address')).toBeTruthy()
    expect(isTicked('Theme')).toBe(false)
    expect(screen.getByText('light → dark')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: 'Broken' })).toBeNull()
    expect(screen.getByText('Skipped: It has a mistake.')).toBeTruthy()
    expect(screen.getByText('all here already')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Import 1 item' }))
    expect(bridge.asked('backup.restore')).toEqual([{ chosen: ['account 0'] }])
  })

  it('replaces everything with one tick, and one thing less with another', async () => {
    const { user } = open()
    const all = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: 'Also replace what differs here (2)',
    })
    await user.click(all)
    await user.click(screen.getByRole('checkbox', { name: 'web-1' }))
    expect(all.indeterminate).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Import 2 items' }))
    expect(bridge.asked('backup.restore')).toEqual([{ chosen: ['account 0', 'setting theme'] }])
  })

  it('has nothing to import where nothing is chosen', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('checkbox', { name: 'Hub One' }))
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(bridge.asked('backup.restore')).toEqual([])
  })

  it('brings what the window remembers, and only what is right of it', async () => {
    const view = { navigationCollapsed: true, shownColumns: ['nonsense'], sort: 7 }
    const { user } = open({ view, terminal: { fontSize: 18, bell: 'loud' } })
    await screen.findByRole('dialog')
    expect(isTicked(/^Columns/)).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Import 3 items' }))
    expect(await screen.findByText('3 items imported.')).toBeTruthy()
    expect(useView.getState().navigationCollapsed).toBe(true)
    expect(useView.getState().shownColumns.length).toBeGreaterThan(3)
    expect(useTerminalPreferences.getState()).toMatchObject({ fontSize: 18, bell: 'visual' })
  })

  it('names no host while somebody presents', async () => {
    withAccounts([], { settings: settingsSchema.parse({ presentation: true }) })
    open()
    expect(await screen.findByRole('checkbox', { name: 'Hub One' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('web-1')
  })

  it('stays, and says why, where it is refused', async () => {
    bridge.answer('backup.restore', () =>
      err({ kind: 'invalid', path: 'chosen', message: 'Something changed.' }),
    )
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Import 1 item' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Something changed.')
  })
})

describe('what an import did', () => {
  it('says what failed, and leads to each key that is missing', async () => {
    bridge.answer('backup.restore', () =>
      ok({
        done: 1,
        failed: [{ name: 'web-1', message: 'The disk is full.' }],
        withoutKey: [{ id: 'a1', label: 'Hub One', headerNames: ['X-Gate'] }],
      }),
    )
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Import 1 item' }))
    expect(await screen.findByRole('dialog', { name: 'Backup imported in part' })).toBeTruthy()
    expect(screen.getByText('The disk is full.')).toBeTruthy()
    expect(screen.getByText('also its extra headers: X-Gate')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enter the key of Hub One…' }))
    expect(useDialogs.getState().dialog).toEqual({ kind: 'account', accountId: 'a1' })
  })
})
