import { frameText } from '../../shared/text/frame'
import { useTerminalPanel } from '../features/terminal/terminal-panel'
import { useSection } from '../stores/section'
import { sections } from './sections'

/** What the middle of the window is about, for whoever goes from heading to heading. */
export function MainHeading() {
  const current = useSection((state) => state.section)
  const isCovered = useTerminalPanel(({ open, extent }) => open && extent !== 'docked')
  const label = sections.find(({ id }) => id === current)?.label
  return <h1 className="visually-hidden">{isCovered ? frameText.terminals : label}</h1>
}
