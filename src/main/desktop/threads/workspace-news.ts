import type { Workspace } from '../../../shared/contract'
import type { AppError } from '../../../shared/result'
import type { Settings } from '../../../shared/settings'
import type { WorkspaceKeeper } from '../../settings/workspace'

/** What the window sees of the workspace, and how everybody hears that it changed. */
type WorkspaceNews = {
  /** The workspace as the window sees it. */
  view(): Workspace
  /** Tells the window how it is now. */
  tell(): void
  accountsChanged(): void
  settingsChanged(): void
}

type WorkspaceNewsParts = {
  keeper: Pick<WorkspaceKeeper, 'view' | 'settings'>
  /** The app's. */
  version: string
  platform: string
  /** What else of the settings does not work in this run. */
  problem(): AppError | null
  tell(workspace: Workspace): void
  onAccounts(): void
  onSettings(settings: Settings): void
  /** The settings have another interval of heartbeats than before. */
  onInterval(): void
}

/** Spreads the news of the workspace: to the window always, to the others what concerns them. */
export function createWorkspaceNews(parts: WorkspaceNewsParts): WorkspaceNews {
  const { keeper, version, platform } = parts
  let interval = keeper.settings().heartbeatIntervalMs
  const view = (): Workspace => {
    const kept = keeper.view()
    return { ...kept, problem: kept.problem ?? parts.problem(), version, platform }
  }
  const tell = () => parts.tell(view())
  return {
    view,
    tell,
    accountsChanged() {
      tell()
      parts.onAccounts()
    },
    settingsChanged() {
      const settings = keeper.settings()
      tell()
      parts.onSettings(settings)
      if (settings.heartbeatIntervalMs !== interval) parts.onInterval()
      interval = settings.heartbeatIntervalMs
    },
  }
}
