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
      tooltip="Show only this script’s sessions"
      disabledReason={live === 0 ? 'No live sessions of this script' : null}
      onClick={() => showSessionsOf(account, script)}
    >
      {live === 0 ? 'No sessions' : `Show its ${counted(live, 'session')}`}
    </Button>
  )
}
