import type { Workspace } from '../../../shared/contract'
import type { AppError } from '../../../shared/result'
import type { Settings } from '../../../shared/settings'
import type { WorkspaceKeeper } from '../../settings/workspace'

type WorkspaceNewsParts = {
  keeper: Pick<WorkspaceKeeper, 'view' | 'settings'>
  locale(): string
  /** The app's. */
  version: string
  platform: string
  /** What else of the settings does not work in this run. */
  problem(): AppError | null
  tell(workspace: Workspace): void
  onAccounts(): void
  onSettings(settings: Settings): void
  /** The heartbeat interval in the settings changed. */
  onInterval(): void
}

/** Spreads workspace news: all of it to the window, to the others what concerns them. */
export class WorkspaceNews {
  readonly #parts: WorkspaceNewsParts
  #interval: number

  constructor(parts: WorkspaceNewsParts) {
    this.#parts = parts
    this.#interval = parts.keeper.settings().heartbeatIntervalMs
  }

  /** The workspace as the window sees it. */
  view(): Workspace {
    const { keeper, locale, problem, version, platform } = this.#parts
    const kept = keeper.view()
    return { ...kept, problem: kept.problem ?? problem(), locale: locale(), version, platform }
  }

  /** Tells the window its current state. */
  tell(): void {
    this.#parts.tell(this.view())
  }

  accountsChanged(): void {
    this.tell()
    this.#parts.onAccounts()
  }

  settingsChanged(): void {
    const settings = this.#parts.keeper.settings()
    this.tell()
    this.#parts.onSettings(settings)
    if (settings.heartbeatIntervalMs !== this.#interval) this.#parts.onInterval()
    this.#interval = settings.heartbeatIntervalMs
  }
}
