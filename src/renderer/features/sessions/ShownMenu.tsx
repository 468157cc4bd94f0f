import { ChevronDown, MessageSquare, Timer, Unplug } from 'lucide-react'
import { Button } from '../../components/Button'
import { Menu, MenuItem } from '../../components/Menu'
import styles from '../../components/section.module.css'
import { bulkVerbs } from '../../lib/bulk-words'
import { count } from '../../lib/format'
import { openBulkOf } from '../../stores/dialogs'
import { sessionList, useSessionList } from './list'

/** What can be done with whoever search and filters leave. */
export function ShownMenu() {
  const isNobody = useSessionList(({ matched }) => matched === 0)
  // Who is shown when it is chosen, not when the menu was drawn.
  const ask = (action: keyof typeof bulkVerbs) => () => openBulkOf(action, sessionList.snapshot.keys)
  return (
    <Menu
      align="end"
      trigger={
        <Button className={styles.quick} tooltip="Message or disconnect everybody who is shown">
          Everything shown (<Matched />)
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<MessageSquare />} disabled={isNobody} onSelect={ask('message')}>
        {bulkVerbs.message}…
      </MenuItem>
      <MenuItem icon={<Unplug />} danger disabled={isNobody} onSelect={ask('disconnect')}>
        {bulkVerbs.disconnect}…
      </MenuItem>
      <MenuItem icon={<Timer />} danger disabled={isNobody} onSelect={ask('message-disconnect')}>
        {bulkVerbs['message-disconnect']}…
      </MenuItem>
    </Menu>
  )
}

/** By itself: it changes with every heartbeat, the menu around it does not. */
function Matched() {
  return count(useSessionList(({ matched }) => matched))
}
