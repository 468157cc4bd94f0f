import {
  Copy,
  Filter,
  List,
  MessageSquare,
  PanelRight,
  ScrollText,
  SquareTerminal,
  Timer,
  Unplug,
} from 'lucide-react'
import { type ColumnId, columns } from '../../../shared/columns/columns'
import type { Choice } from '../../../shared/list/choice'
import { providerCatalog } from '../../../shared/providers/catalog'
import { ok } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { sessionListText } from '../../../shared/text/session-list'
import { act, canAct } from '../../actions/row-actions'
import { request } from '../../bridge'
import { MenuItem, MenuSeparator } from '../../components/Menu'
import { openBulk, openLogs } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useRow } from '../../stores/roster'
import { showPlace, useSection } from '../../stores/section'
import { openDetails, useSelection } from '../../stores/selection'
import { useSession } from '../../stores/session'
import { hasMachine, openMachine } from '../terminal/open-machine'
import { copyCell, copyRows } from './copy'
import { showSession } from './list'

const copy = (texts: readonly string[]) => void request('clipboard.write', { text: texts.join('\n') })

/** The watch thread has the keys that the window does not have. */
async function copyIds(meant: Choice): Promise<void> {
  const keys = meant.kind === 'sessions' ? ok(meant.keys) : await request('list.keys', meant)
  if (keys.ok) copy(keys.value.map((key) => key.slice(key.indexOf(':') + 1)))
}

/** What can be done with the session that was under the pointer when the menu was opened, and with the cell of `column`. */
export function RowMenu({ sessionKey: key, column }: { sessionKey: SessionKey; column?: ColumnId }) {
  const session = useSession(key)
  const isListed = useRow(key) !== undefined
  const section = useSection((state) => state.section)
  const selected = useSelection((state) => state.selected)
  const presenter = usePresenter()
  if (!session)
    return (
      <MenuItem onSelect={() => undefined} disabled>
        {sessionListText.hasLeft}
      </MenuItem>
    )
  const { row, leftAt } = session
  const many = selected.has(key) && selected.size > 1
  const meant: Choice = many ? selected.choice : { kind: 'sessions', keys: [key] }
  const count = many ? selected.size : 1
  return (
    <>
      <MenuItem icon={<PanelRight />} shortcut="open" onSelect={() => openDetails(key)}>
        {sessionListText.openDetails}
      </MenuItem>
      {hasMachine(row) ? (
        <MenuItem icon={<SquareTerminal />} onSelect={() => openMachine(row)}>
          {sessionActionsText.openTerminal}
        </MenuItem>
      ) : null}
      {providerCatalog[row.provider].logs ? (
        <MenuItem icon={<ScrollText />} onSelect={() => openLogs(key)}>
          {sessionListText.logs}
        </MenuItem>
      ) : null}
      {many || canAct('message', row) || canAct('disconnect', row) ? <MenuSeparator /> : null}
      {many || canAct('message', row) ? (
        <MenuItem
          icon={<MessageSquare />}
          shortcut="message"
          disabled={leftAt !== null && !many}
          onSelect={() => act('message', key)}
        >
          {sessionListText.message(count)}
        </MenuItem>
      ) : null}
      {many || canAct('disconnect', row) ? (
        <MenuItem
          icon={<Unplug />}
          shortcut="disconnect"
          danger
          disabled={leftAt !== null && !many}
          onSelect={() => act('disconnect', key)}
        >
          {sessionListText.disconnect(count)}
        </MenuItem>
      ) : null}
      {many ? (
        <MenuItem
          icon={<Timer />}
          danger
          onSelect={() => openBulk({ action: 'message-disconnect', aim: meant })}
        >
          {sessionListText.messageThenDisconnect}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      {column === undefined ? null : (
        <MenuItem icon={<Copy />} onSelect={() => void copyCell(key, column)}>
          {sessionListText.copyCell(columns[column].label)}
        </MenuItem>
      )}
      <MenuItem icon={<Copy />} shortcut="copyRow" onSelect={() => void copyRows(key)}>
        {sessionListText.copyRows(count)}
      </MenuItem>
      <MenuItem icon={<Copy />} onSelect={() => copyIds(meant)}>
        {sessionListText.copyIds(count)}
      </MenuItem>
      {row.robloxId ? (
        <MenuItem icon={<Copy />} disabled={presenter.on} onSelect={() => copy([row.robloxId ?? ''])}>
          {sessionListText.copyRobloxId}
        </MenuItem>
      ) : null}
      {isListed && section !== 'sessions' ? (
        <MenuItem icon={<List />} onSelect={() => showSession([key])}>
          {sessionListText.showInList}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Filter />} onSelect={() => showPlace({ accountId: row.accountId, scopeKey: null })}>
        {sessionListText.showAccount}
      </MenuItem>
    </>
  )
}
