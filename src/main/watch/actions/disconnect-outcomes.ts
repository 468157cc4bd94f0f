import type { Action, Outcome } from '../../../shared/action'
import type { RosterRow } from '../../../shared/session'
import type { ListWindow } from '../lists/list-window'
import type { DisconnectMark } from '../monitor/roster'
import type { ActionLog } from './action-log'
import type { FollowedDisconnect } from './followed-disconnect'

/** The part of the list that shows which rows are being disconnected. */
export type MarkedList = Pick<ListWindow, 'markDisconnecting'>

/**
 * Gathers new outcomes and marks of disconnects until {@link flush}: a heartbeat may bring thousands, and each transaction
 * waits for the disk.
 */
export class DisconnectOutcomes {
  readonly #list: MarkedList
  readonly #log: Pick<ActionLog, 'settleAll'>
  #marks: DisconnectMark[] = []
  #outcomes: Action[] = []

  constructor(list: MarkedList, log: Pick<ActionLog, 'settleAll'>) {
    this.#list = list
    this.#log = log
  }

  /** Gives a disconnect a new outcome. */
  settle(disconnect: FollowedDisconnect, outcome: Outcome): void {
    disconnect.action = { ...disconnect.action, outcome }
    this.add(disconnect.action)
  }

  /** Adds an action that has its new outcome. */
  add(action: Action): void {
    this.#outcomes.push(action)
  }

  /** Takes back the mark of a row. */
  unmark({ key }: RosterRow): void {
    this.#marks.push({ key, pending: null })
  }

  /** Shows the marks and records the outcomes. */
  flush(): void {
    const [marks, outcomes] = [this.#marks, this.#outcomes]
    this.#marks = []
    this.#outcomes = []
    if (marks.length > 0) this.#list.markDisconnecting(marks)
    if (outcomes.length > 0) this.#log.settleAll(outcomes)
  }
}
