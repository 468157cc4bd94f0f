import { useState } from 'react'
import type { RosterRow } from '../../../shared/session'
import { isSomebodyElse } from '../../../shared/somebody-else'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { goneReason, type ShownSession } from '../../stores/session'

/**
 * The session that a dialog was opened for: `row` as it is now or, once the service has given its id to somebody else, as
 * it was when the dialog opened: the new user is never meant. `gone` is why nothing can be done with it, `null` while it
 * is there.
 */
export function useAsked(session: ShownSession): { row: RosterRow; gone: string | null } {
  const [asked] = useState(session.row)
  if (!isSomebodyElse(asked, session.row)) return { row: session.row, gone: goneReason(session) }
  return { row: asked, gone: sessionActionsText.hasLeft }
}
