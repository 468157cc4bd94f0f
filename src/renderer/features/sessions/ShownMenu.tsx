import { ChevronDown, MessageSquare, Timer, Unplug } from 'lucide-react'
import { useEffect } from 'react'
import { sessionListText } from '../../../shared/text/session-list'
import { bulkVerbs } from '../../actions/bulk-words'
import { Button } from '../../components/Button'
import { Menu, MenuItem } from '../../components/Menu'
import styles from '../../components/section.module.css'
import { openBulk } from '../../stores/dialogs'
import { everyoneShown, roster, useSessionList } from '../../stores/roster'

/** What can be done with everybody in the rows on screen: those stand still from the button to the choice. */
export function ShownMenu() {
  const isNobody = useSessionList(({ reached }) => reached === 0)
  useEffect(
    () => () => {
      roster.setHeld('shown-button', false)
      roster.setHeld('shown-menu', false)
    },
    [],
  )
  const ask = (action: keyof typeof bulkVerbs) => () => openBulk({ action, aim: everyoneShown() })
  return (
    <Menu
      align="end"
      onOpenChange={(open) => roster.setHeld('shown-menu', open)}
      trigger={
        <Button
          className={styles.quick}
          tooltip={sessionListText.actionsForAllTooltip}
          // Before it is pressed: the press takes the focus out of the list, which would merge.
          onPointerEnter={() => roster.setHeld('shown-button', true)}
          onPointerLeave={() => roster.setHeld('shown-button', false)}
        >
          <AllReached />
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<MessageSquare />} disabled={isNobody} onSelect={ask('message')}>
        {sessionListText.asking(bulkVerbs.message)}
      </MenuItem>
      <MenuItem icon={<Unplug />} danger disabled={isNobody} onSelect={ask('disconnect')}>
        {sessionListText.asking(bulkVerbs.disconnect)}
      </MenuItem>
      <MenuItem icon={<Timer />} danger disabled={isNobody} onSelect={ask('message-disconnect')}>
        {sessionListText.asking(bulkVerbs['message-disconnect'])}
      </MenuItem>
    </Menu>
  )
}

/** By itself: it changes with every heartbeat, the menu around it does not. */
function AllReached() {
  return sessionListText.actionsForAll(useSessionList(({ reached }) => reached))
}
