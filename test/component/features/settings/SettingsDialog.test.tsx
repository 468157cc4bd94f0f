import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Dialogs } from '../../../../src/renderer/app/Dialogs'
import { openDialog, useDialogs } from '../../../../src/renderer/stores/dialogs'
import { toggleColumn, useView } from '../../../../src/renderer/stores/view'
import { columnIds } from '../../../../src/shared/columns/columns'
import { err, ok } from '../../../../src/shared/result'
import { settingsSchema } from '../../../../src/shared/settings'
import { speak } from '../../../../src/shared/text/speak'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

let bridge: FakeBridge
beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('settings.save', () => ok(settingsSchema.parse({})))
  withAccounts([])
  openDialog({ kind: 'settings' })
})

const search = () => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search settings' })
const partNames = () =>
  within(screen.getByRole('dialog'))
    .getAllByRole('region')
    .map((part) => part.getAttribute('aria-label'))

describe('the search of the settings', () => {
  it('finds by label, by what explains a setting, and by what else people call it', async () => {
    const { user } = show(<Dialogs />)
    await user.type(await search(), 'theme')
    expect(partNames()).toEqual(['Appearance'])
    expect(screen.getByRole('combobox', { name: 'Theme' })).toBeTruthy()
    expect(screen.queryByRole('combobox', { name: 'Rows' })).toBeNull()

    await user.clear(await search())
    await user.type(await search(), 'rate limits')
    expect(partNames()).toEqual(['Watching'])

    await user.clear(await search())
    await user.type(await search(), 'NIGHT')
    expect(partNames()).toEqual(['Appearance'])
    expect(screen.getByText('1 match')).toBeTruthy()

    await user.clear(await search())
    await user.type(await search(), 'scrollback')
    expect(partNames()).toEqual(['Shortcuts'])
  })

  it('knows the words of the language that is spoken', async () => {
    onTestFinished(() => speak('en'))
    await speak('de')
    const { user } = show(<Dialogs />)
    const german = await screen.findByRole('searchbox', { name: 'Einstellungen durchsuchen' })
    await user.type(german, 'farben')
    expect(partNames()).toEqual(['Darstellung', 'Tastenkürzel'])
    expect(screen.getByRole('combobox', { name: 'Farbschema' })).toBeTruthy()
    expect(screen.getByText('2 Treffer')).toBeTruthy()
  })

  it('is emptied by Esc, which closes only an empty one’s dialog', async () => {
    const { user } = show(<Dialogs />)
    await user.type(await search(), 'theme')
    await user.keyboard('{Escape}')
    expect((await search()).value).toBe('')
    expect(partNames()).toContain('Watching')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(useDialogs.getState().dialog).toBeNull())
  })

  it('has the focus first and leads to what it found, by keyboard alone', async () => {
    const { user } = show(<Dialogs />)
    const box = await search()
    await waitFor(() => expect(document.activeElement).toBe(box))
    await user.keyboard('new appears{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('switch', { name: 'Desktop notifications' }))
    expect(useDialogs.getState().dialog).not.toBeNull()
    await user.keyboard(' ')
    expect(bridge.asked('settings.save')).toHaveLength(1)
  })

  it('says that nothing matches, and leads back', async () => {
    const { user } = show(<Dialogs />)
    await user.type(await search(), 'gravity')
    expect(screen.getByText('No setting matches “gravity”.')).toBeTruthy()
    expect(screen.getByText('0 matches')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all settings' }))
    expect(partNames()).toContain('Appearance')
  })
})

describe('help and diagnostics', () => {
  it('copies, and says so', async () => {
    bridge.answer('diagnostics.copy', () => ok(undefined))
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Copy diagnostics' }))
    expect(await screen.findByText(/Diagnostics copied/)).toBeTruthy()
  })

  it('says why the log folder did not open', async () => {
    bridge.answer('diagnostics.openLogs', () => err({ kind: 'internal', message: 'No program for folders.' }))
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Open log folder' }))
    expect(await screen.findByText('No program for folders.')).toBeTruthy()
  })
})

describe('the backup', () => {
  it('is exported with what the window remembers, and shown in its folder', async () => {
    bridge.answer('backup.save', () => ok({ savedAs: 'mine.json' }))
    bridge.answer('file.reveal', () => ok(undefined))
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Export backup…' }))
    expect(await screen.findByText('Saved mine.json')).toBeTruthy()
    const [asked] = bridge.asked('backup.save')
    expect(asked?.suggestedName).toMatch(/^sessiondeck-backup-\d{4}-\d\d-\d\d\.json$/)
    expect(asked?.window).toMatchObject({ view: { shownColumns: columnIds }, terminal: { fontSize: 13 } })
    await user.click(screen.getByRole('button', { name: 'Show in folder' }))
    expect(bridge.asked('file.reveal')).toHaveLength(1)
  })

  it('says why a file cannot be imported', async () => {
    bridge.answer('backup.open', () => err({ kind: 'config', path: '', message: 'This file is damaged.' }))
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Import backup…' }))
    expect(await screen.findByText('This file is damaged.')).toBeTruthy()
  })
})

describe('the reset', () => {
  it('asks first, and says what goes and what stays', async () => {
    toggleColumn('user')
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Reset settings…' }))
    const question = await screen.findByRole('dialog', { name: 'Reset settings?' })
    expect(question.textContent).toMatch(/Accounts and their keys, SSH hosts,.* stay/)
    await user.click(within(question).getByRole('button', { name: 'Cancel' }))
    expect(bridge.asked('settings.save')).toEqual([])
    expect(useView.getState().shownColumns).not.toContain('user')
  })

  it('takes no accounts, templates or names, and shows nothing that was masked', async () => {
    toggleColumn('user')
    const { user } = show(<Dialogs />)
    await user.click(await screen.findByRole('button', { name: 'Reset settings…' }))
    await user.click(await screen.findByRole('button', { name: 'Reset settings' }))
    expect(await screen.findByText('The settings are as on the first day.')).toBeTruthy()
    const [asked] = bridge.asked('settings.save')
    expect(asked).toMatchObject({ theme: 'system', heartbeatIntervalMs: 10_000 })
    expect(Object.keys(asked ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Templates|Labels|presentation|closeExplained|Asked/)]),
    )
    expect(useView.getState().shownColumns).toEqual([...columnIds])
  })
})
