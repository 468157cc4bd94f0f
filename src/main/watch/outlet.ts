import type { EventName, Payload } from '../../shared/contract'
import { errorPlaces } from '../error-places'

type Emit = <E extends EventName>(name: E, payload: Payload<E>) => void

/** What the watch thread sends: events for the window and the shell, and lines for the log file. */
export class Outlet {
  /** Sends an event of the contract. */
  readonly emit: Emit

  constructor(emit: Emit) {
    this.emit = emit
  }

  /** One line for the log file: masked, without a secret. */
  log(level: 'info' | 'warn' | 'error', text: string): void {
    this.emit('log.line', { level, text })
  }

  /** Logs a bug in `what`: the places of the code, never the message, which may hold anything. */
  crashed(what: string, cause: unknown): void {
    this.log('error', `${what}: ${errorPlaces(cause)}`)
  }
}
