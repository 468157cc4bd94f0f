import { FileInput, Plus } from 'lucide-react'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'
import { MenuItem } from '../../../components/Menu'
import { openTerminalDialog } from '../terminal-dialogs'

/** The two ways to more SSH hosts, as items of a menu. */
export function AddHostItems() {
  return (
    <>
      <MenuItem icon={<Plus />} onSelect={() => openTerminalDialog({ kind: 'host', hostId: null })}>
        {sshHostsText.openAdd}
      </MenuItem>
      <MenuItem icon={<FileInput />} onSelect={() => openTerminalDialog({ kind: 'import' })}>
        {sshHostsText.openImport}
      </MenuItem>
    </>
  )
}
