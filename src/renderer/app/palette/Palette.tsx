import type { SessionKey } from '../../../shared/session'
import { PaletteDialog } from '../../features/palette/PaletteDialog'
import { showSession } from '../../features/sessions/list'
import { enterDetails } from '../../stores/selection'
import { useIsEmpty } from '../use-is-empty'
import { useCommands } from './use-commands'
import { usePlaces } from './use-places'

/** The palette over what this window has. */
export function Palette() {
  const { sections, accounts, hosts, scripts } = usePlaces()
  const isEmpty = useIsEmpty()
  const { commands, templates } = useCommands(isEmpty)
  const entries = isEmpty
    ? commands
    : [...sections, ...templates, ...commands, ...accounts, ...hosts, ...scripts]
  return <PaletteDialog entries={entries} openSession={(key) => void openSession(key)} />
}

/** Shows the row and its details, and leads whoever came by keyboard there. */
async function openSession(key: SessionKey): Promise<void> {
  await showSession([key])
  enterDetails(key)
}
