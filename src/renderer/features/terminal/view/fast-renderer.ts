import { WebglAddon } from '@xterm/addon-webgl'
import type { Terminal } from '@xterm/xterm'

let usable: boolean | null = null

/** Whether there is a graphics card behind WebGL: emulated, it is slower than xterm's own renderer. */
function hasWebgl(): boolean {
  if (usable === null) {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true })
    usable = context !== null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return usable
}

/**
 * Draws a terminal that is on screen with WebGL, where that is faster. A page has few contexts, so hidden terminals
 * give theirs back. When the context is lost or refused xterm goes on with its own renderer.
 *
 * @returns how to give the context back
 */
export function drawFast(terminal: Terminal): () => void {
  if (!hasWebgl()) return () => {}
  let addon: WebglAddon | null = new WebglAddon()
  const stop = () => {
    addon?.dispose()
    addon = null
  }
  addon.onContextLoss(() => {
    // The driver is in trouble: asking for another context at once would lose that too.
    usable = false
    stop()
  })
  try {
    terminal.loadAddon(addon)
  } catch {
    usable = false
    stop()
  }
  return stop
}
