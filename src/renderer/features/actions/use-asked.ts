import { useState } from 'react'
import type { RosterRow } from '../../../shared/session'
import { isSomebodyElse } from '../../../shared/somebody-else'

/**
 * The session that a dialog was opened for: `row` as it is now or, once the service has given its id to somebody else, as
 * it was asked for. Whoever has the id then is not meant.
 */
export function useAsked(row: RosterRow): { row: RosterRow; isReplaced: boolean } {
  const [asked] = useState(row)
  const isReplaced = isSomebodyElse(asked, row)
  return { row: isReplaced ? asked : row, isReplaced }
}
