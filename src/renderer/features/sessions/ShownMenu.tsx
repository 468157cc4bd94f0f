import { ChevronDown, MessageSquare, Timer, Unplug } from 'lucide-react'
import { useEffect } from 'react'
import { bulkVerbs } from '../../actions/bulk-words'
import { Button } from '../../components/Button'
import { Menu, MenuItem } from '../../components/Menu'
import styles from '../../components/section.module.css'
import { count } from '../../lib/format'
import { openBulkOf } from '../../stores/dialogs'
import { sessionList, useSessionList } from './list'

/** What can be done with everybody in the rows on screen: those stand still from the button to the choice. */
export function ShownMenu() {
  const isNobody = useSessionList(({ reached }) => reached === 0)
  useEffect(
    () => () => {
      sessionList.setHeld('shown button', false)
      sessionList.setHeld('shown menu', false)
    },
    [],
  )
  const ask = (action: keyof typeof bulkVerbs) => () => openBulkOf(action, sessionList.snapshot.keys)
  return (
    <Menu
      align="end"
      onOpenChange={(open) => sessionList.setHeld('shown menu', open)}
      trigger={
        <Button
          className={styles.quick}
          tooltip="Message or disconnect everybody who is shown"
          // Before it is pressed: the press takes the focus out of the list, which would merge.
          onPointerEnter={() => sessionList.setHeld('shown button', true)}
          onPointerLeave={() => sessionList.setHeld('shown button', false)}
        >
          Everything shown (<Reached />)
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
function Reached() {
  return count(useSessionList(({ reached }) => reached))
}
