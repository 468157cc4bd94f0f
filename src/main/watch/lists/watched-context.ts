import type { ListContext } from '../../../shared/columns/column'
import type { Monitor } from '../monitor/monitor'

/** What a list must know of the accounts. */
type AccountContext = Pick<ListContext, 'accountLabels' | 'scopes'>

/** The accounts' labels and their scopes' health, each the same object until it says something else. */
export class WatchedContext {
  readonly #monitor: Pick<Monitor, 'all' | 'health'>
  #context: AccountContext = { accountLabels: new Map(), scopes: new Map() }
  #isOld = true

  constructor(monitor: Pick<Monitor, 'all' | 'health'>) {
    this.#monitor = monitor
  }

  /** Labels or health changed. */
  changed(): void {
    this.#isOld = true
  }

  /** As it is now. */
  read(): AccountContext {
    if (!this.#isOld) return this.#context
    this.#isOld = false
    const labels = new Map(this.#monitor.all().map(({ account }) => [account.id, account.label]))
    const { accountLabels } = this.#context
    const isSame =
      labels.size === accountLabels.size &&
      [...labels].every(([id, label]) => accountLabels.get(id) === label)
    this.#context = {
      accountLabels: isSame ? accountLabels : labels,
      scopes: new Map(this.#monitor.health().map((health) => [health.key, health])),
    }
    return this.#context
  }
}
