import { act, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Dialogs } from '../../../src/renderer/app/Dialogs'
import { Spoken } from '../../../src/renderer/app/Spoken'
import { openDialog } from '../../../src/renderer/stores/dialogs'
import { useWorkspaceStore } from '../../../src/renderer/stores/workspace'
import { ok } from '../../../src/shared/result'
import { settingsSchema } from '../../../src/shared/settings'
import { speak } from '../../../src/shared/text/speak'
import { show, withAccounts } from '../../harness/component'
import { FakeBridge } from '../../harness/fake-bridge'

afterEach(() => speak('en'))

const language = () => document.documentElement.lang
const hear = (locale: string) =>
  act(() =>
    useWorkspaceStore.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, locale } })),
  )

it('draws the window anew in the language that was chosen in the settings, and says which one it is', async () => {
  const bridge = new FakeBridge()
  bridge.install()
  // As the shell does: it saves, and tells what the setting comes to.
  bridge.answer('settings.save', ({ language: chosen }) => {
    void hear(chosen === 'de' ? 'de-AT' : 'en-GB')
    return ok(settingsSchema.parse({ language: chosen }))
  })
  withAccounts([])
  openDialog({ kind: 'settings' })
  const { user } = show(
    <Spoken>
      <Dialogs />
    </Spoken>,
  )
  const choose = async (field: string, option: string) => {
    await user.click(await screen.findByRole('combobox', { name: field }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  await choose('Language', 'German (Deutsch)')
  await screen.findByRole('dialog', { name: 'Einstellungen' })
  await expect.poll(language).toBe('de')
  await choose('Sprache', 'Englisch (English)')
  await screen.findByRole('dialog', { name: 'Settings' })
  await expect.poll(language).toBe('en')
})
