import { request } from '../../../bridge'
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
  const result = await request('file.save', { suggestedName, text: viewOf(paneId).output })
  if (result.ok && !result.value.saved) return
  showToast({
    id: `save-output ${paneId}`,
    role: result.ok ? 'status' : 'alert',
    text: result.ok ? `The output of ${name} was saved.` : result.error.message,
    action: null,
  })
}
