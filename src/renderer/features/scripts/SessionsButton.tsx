import { List } from 'lucide-react'
import type { Account } from '../../../shared/account'
import { counted } from '../../../shared/counted'
import type { ScriptRef } from '../../../shared/script-facts'
import { Button } from '../../components/Button'
import { showSessionsOf } from './show-sessions'

/** The way to a script's live sessions. */
export function SessionsButton(props: { account: Account; script: ScriptRef; live: number }) {
  const { account, script, live } = props
  return (
    <Button
      icon={<List />}
      tooltip="Narrow the list of sessions to this script"
      disabledReason={live === 0 ? 'Nobody runs this script now' : null}
      onClick={() => showSessionsOf(account, script)}
    >
      {live === 0 ? 'No sessions' : `Show its ${counted(live, 'session')}`}
    </Button>
  )
}
