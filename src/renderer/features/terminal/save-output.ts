import { request } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { viewOf } from './views'

/** Saves what a pane printed, all of its scrollback, where the person says. `name`: what its tab is called. */
export async function saveOutput(paneId: string, name: string): Promise<void> {
  const suggestedName = `${name.slice(0, 100) || 'terminal'}.txt`
  const result = await request('file.save', { suggestedName, text: viewOf(paneId).output })
  if (result.ok && !result.value.saved) return
  showToast({
    id: `save-output ${paneId}`,
    role: result.ok ? 'status' : 'alert',
    text: result.ok ? `The output of ${name} was saved.` : result.error.message,
    action: null,
  })
}
