import { defaultSettings } from '../../../shared/default-settings'
import { settingsText } from '../../../shared/text/settings'
import { request } from '../../bridge'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { openDialog } from '../../stores/dialogs'
import { resetWindowParts } from './window-parts'

/** What is no setting, what was said once, and what must not begin to show what was masked: all of it stays. */
const {
  messageTemplates: _t,
  scriptLabels: _s,
  presentation: _p,
  closeExplained: _c,
  notificationsAsked: _n,
  ...firstSettings
} = defaultSettings

/** Asks before the settings are as on the first day. */
export function ResetDialog() {
  const reset = async () => {
    const result = await request('settings.save', firstSettings)
    if (result.ok) resetWindowParts()
    const said = result.ok
      ? { text: settingsText.resetDone, isBad: false }
      : { text: result.error.message, isBad: true }
    openDialog({ kind: 'settings', said })
  }
  return (
    <ConfirmDialog
      title={settingsText.resetTitle}
      confirm={settingsText.reset}
      onClose={() => openDialog({ kind: 'settings' })}
      onConfirm={() => void reset()}
    >
      {settingsText.resetAbout}
    </ConfirmDialog>
  )
}
