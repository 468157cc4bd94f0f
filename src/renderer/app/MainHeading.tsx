import { frameText } from '../../shared/text/frame'
import { useTerminalPanel } from '../features/terminal/terminal-panel'

/** What the middle of the window is about where terminals are in it; a section says it itself. */
export function MainHeading() {
  const isCovered = useTerminalPanel(({ open, extent }) => open && extent !== 'docked')
  return isCovered ? <h1 className="visually-hidden">{frameText.terminals}</h1> : null
}
