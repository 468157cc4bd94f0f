import { Plus, Server, Terminal as TerminalIcon } from 'lucide-react'
import { terminalText } from '../../../../shared/text/terminal'
import { IconButton } from '../../../components/IconButton'
import { Menu, MenuItem, MenuSeparator } from '../../../components/Menu'
import { usePresenter } from '../../../stores/presentation'
import { duplicateTab, openHost } from '../connections'
import { AddHostItems } from '../hosts/AddHostItems'
import { groupHosts, useHosts } from '../hosts/hosts'
import { shortcutOf } from '../terminal-keys'
import { newTabButtonId } from './strip-ids'
import styles from './tabs.module.css'
import { useTerminalTabs } from './terminal-tabs'

/** Opens another tab: to a saved host, to where the active one leads, or to a host that is added first. */
export function NewTabMenu() {
  const hosts = useHosts((state) => state.hosts)
  const presenter = usePresenter()
  const active = useTerminalTabs((state) => state.active)
  return (
    <Menu
      trigger={
        <IconButton
          id={newTabButtonId}
          label={terminalText.newTab}
          shortcut={{ keys: shortcutOf('new-tab') }}
          icon={<Plus />}
          className={styles.plus}
        />
      }
    >
      {groupHosts(hosts).flatMap((group) =>
        group.hosts.map((host) => (
          <MenuItem key={host.id} icon={<Server />} onSelect={() => openHost(host)}>
            {presenter.name('Host', host.label)}
          </MenuItem>
        )),
      )}
      {hosts.length > 0 ? <MenuSeparator /> : null}
      <MenuItem
        icon={<TerminalIcon />}
        disabled={active === null}
        onSelect={() => (active === null ? undefined : duplicateTab(active))}
      >
        {terminalText.duplicateTab}
      </MenuItem>
      <AddHostItems />
    </Menu>
  )
}
