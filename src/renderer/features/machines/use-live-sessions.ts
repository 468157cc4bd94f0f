import { useEffect, useState } from 'react'
import type { RosterRow } from '../../../shared/session'
import { roster } from '../../stores/roster'

/** At most this often are all rows gone through again, ms. */
const settleMs = 250

const rowsOf = (accountId: string): readonly RosterRow[] =>
  [...roster.rows.values()].filter((row) => row.accountId === accountId)

/** The live sessions of an account. */
export function useLiveSessions(accountId: string): readonly RosterRow[] {
  const [rows, setRows] = useState(() => rowsOf(accountId))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const update = () => {
      timer = null
      setRows(rowsOf(accountId))
    }
    const prefix = `${accountId}:`
    const stop = roster.subscribe(({ upserts, removes }) => {
      const isOurs =
        upserts.some((row) => row.accountId === accountId) || removes.some((key) => key.startsWith(prefix))
      if (isOurs) timer ??= setTimeout(update, settleMs)
    })
    update()
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [accountId])
  return rows
}
