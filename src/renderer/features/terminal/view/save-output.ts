import { saveFile, tellSaved } from '../../../actions/save-file'
import { datedName } from '../../../lib/file-name'
import { getPresenter } from '../../../stores/presentation'
import { showToast } from '../../../stores/toasts'
import { panesOf } from '../pane/split-tree'
import { useTerminalTabs } from '../tabs/terminal-tabs'
import { viewOf } from './views'

/** Saves what a pane printed, all of its scrollback, where the person says. */
export async function saveOutput(paneId: string): Promise<void> {
  const { tabs, panes } = useTerminalTabs.getState()
  const tab = tabs.find(({ tree }) => panesOf(tree).includes(paneId))
  const name = getPresenter().name('Host', tab?.name ?? panes.get(paneId)?.label ?? '')
  const suggestedName = datedName(name.slice(0, 100) || 'terminal', 'txt')
  const result = await saveFile(suggestedName, viewOf(paneId).output)
  if (!result.ok)
    showToast({ id: `save-output:${paneId}`, role: 'alert', text: result.error.message, action: null })
  else if (result.value !== null) tellSaved(result.value)
}
