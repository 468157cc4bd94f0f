import type { Clock } from '../../clock'
import type { WatchedAccounts } from '../monitor/watched-account'
import type { KnownSessions } from '../sessions/known-sessions'
import type { ActionLog } from './action-log'

/** What everything that acts on sessions works with. */
export interface Acting {
  clock: Clock
  sessions: KnownSessions
  accounts: WatchedAccounts
  log: ActionLog
}
