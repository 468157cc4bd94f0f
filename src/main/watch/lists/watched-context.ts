import type { ListContext } from '../../../shared/columns/column'
import type { Watches } from '../monitor/watches'

/** What a list must know of the accounts. */
type AccountContext = Pick<ListContext, 'accountLabels' | 'scopes'>

/** The accounts' labels and their scopes' health, each the same object until it says something else. */
export class WatchedContext {
  readonly #watches: Pick<Watches, 'all' | 'health'>
  #context: AccountContext = { accountLabels: new Map(), scopes: new Map() }
  #isOld = true

  constructor(watches: Pick<Watches, 'all' | 'health'>) {
    this.#watches = watches
  }

  /** Labels or health changed. */
  changed(): void {
    this.#isOld = true
  }

  /** As it is now. */
  read(): AccountContext {
    if (!this.#isOld) return this.#context
    this.#isOld = false
    const labels = new Map(this.#watches.all().map(({ account }) => [account.id, account.label]))
    const { accountLabels } = this.#context
    const isSame =
      labels.size === accountLabels.size &&
      [...labels].every(([id, label]) => accountLabels.get(id) === label)
    this.#context = {
      accountLabels: isSame ? accountLabels : labels,
      scopes: new Map(this.#watches.health().map((health) => [health.key, health])),
    }
    return this.#context
  }
}
