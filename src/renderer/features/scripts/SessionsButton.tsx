import { List } from 'lucide-react'
import type { Account } from '../../../shared/account'
import type { ScriptRef } from '../../../shared/script-facts'
import { scriptsText } from '../../../shared/text/scripts'
import { Button } from '../../components/Button'
import { showSessionsOf } from './show-sessions'

/** The way to a script's live sessions. */
export function SessionsButton(props: { account: Account; script: ScriptRef; live: number }) {
  const { account, script, live } = props
  return (
    <Button
      icon={<List />}
      tooltip={scriptsText.showSessionsTooltip}
      disabledReason={live === 0 ? scriptsText.noLiveSessions : null}
      onClick={() => showSessionsOf(account, script)}
    >
      {live === 0 ? scriptsText.noSessions : scriptsText.showSessions(live)}
    </Button>
  )
}
