import { FileInput, Plus } from 'lucide-react'
import { MenuItem } from '../../../components/Menu'
import { openTerminalDialog } from '../terminal-dialogs'

/** The two ways to more SSH hosts, as items of a menu. */
export function AddHostItems() {
  return (
    <>
      <MenuItem icon={<Plus />} onSelect={() => openTerminalDialog({ kind: 'host', hostId: null })}>
        Add an SSH host…
      </MenuItem>
      <MenuItem icon={<FileInput />} onSelect={() => openTerminalDialog({ kind: 'import' })}>
        Import from ~/.ssh/config…
      </MenuItem>
    </>
  )
}
