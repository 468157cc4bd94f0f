import type { EventName, Payload } from '../../shared/contract'
import { errorPlaces } from '../error-places'

type Emit = <E extends EventName>(name: E, payload: Payload<E>) => void

/** The watch thread's way out: events for the window and the shell, and lines for the log file. */
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

  /** `what` failed as it never may: the log gets the places, never the message, which may hold anything. */
  crashed(what: string, cause: unknown): void {
    this.log('error', `${what}: ${errorPlaces(cause)}`)
  }
}
