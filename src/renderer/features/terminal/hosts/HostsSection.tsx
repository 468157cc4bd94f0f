import { Pencil, Plus, Server, SquareTerminal } from 'lucide-react'
import type { ListedHost } from '../../../../shared/terminal'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'
import { classNames } from '../../../components/class-names'
import { IconButton } from '../../../components/IconButton'
import { Menu } from '../../../components/Menu'
import entry from '../../../components/nav-entry.module.css'
import { usePresenter } from '../../../stores/presentation'
import { openHost } from '../connections'
import { openTerminalDialog } from '../terminal-dialogs'
import { shortcutOf } from '../terminal-keys'
import { togglePanel } from '../terminal-panel'
import { AddHostItems } from './AddHostItems'
import { groupHosts, useHosts } from './hosts'
import styles from './hosts.module.css'

/** The saved SSH hosts in the navigation, by group; a press opens a terminal. */
export function HostsSection() {
  const hosts = useHosts((state) => state.hosts)
  return (
    <section className={styles.section} aria-labelledby="hosts-heading">
      <div className={styles.heading}>
        <h2 id="hosts-heading">{sshHostsText.title}</h2>
        <IconButton
          label={sshHostsText.terminals}
          shortcut={{ keys: shortcutOf('toggle-panel') }}
          icon={<SquareTerminal />}
          onClick={togglePanel}
        />
        <Menu
          align="end"
          trigger={<IconButton label={sshHostsText.addSome} shortcut={null} icon={<Plus />} />}
        >
          <AddHostItems />
        </Menu>
      </div>
      {hosts.length === 0 ? null : (
        <div className={styles.groups}>
          {groupHosts(hosts).map(({ name, hosts: members }) => (
            <div key={name}>
              {name ? <h3 className={styles.group}>{name}</h3> : null}
              <ul aria-label={name || sshHostsText.title}>
                {members.map((host) => (
                  <HostItem key={host.id} host={host} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

function HostItem({ host }: { host: ListedHost }) {
  const presenter = usePresenter()
  const name = presenter.name('Host', host.label)
  const address = presenter.on ? name : `${host.user}@${host.host}:${host.port}`
  return (
    <li className={entry.line}>
      <button
        type="button"
        className={classNames(entry.place, styles.open)}
        title={sshHostsText.open(address)}
        onClick={() => openHost(host)}
      >
        <Server aria-hidden />
        <bdi className={entry.label}>{name}</bdi>
      </button>
      {host.managed ? null : (
        <IconButton
          label={sshHostsText.edit(name)}
          shortcut={null}
          icon={<Pencil />}
          className={entry.edit}
          onClick={() => openTerminalDialog({ kind: 'host', hostId: host.id })}
        />
      )}
    </li>
  )
}
