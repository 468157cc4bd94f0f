import { create } from 'zustand'
import type { Account } from '../../shared/account'
import type { Workspace } from '../../shared/contract'
import { defaultSettings } from '../../shared/default-settings'
import { scopeKey } from '../../shared/ids'
import type { RosterRow } from '../../shared/session'
import type { Settings } from '../../shared/settings'

/** Accounts, settings and what kind of run this is; `null` until the shell has answered. */
export const useWorkspaceStore = create<{ workspace: Workspace | null }>(() => ({ workspace: null }))

const noAccounts: readonly Account[] = []

/** Takes the shell's workspace. What did not change stays the same object, so that its views are not drawn again. */
export const setWorkspace = (next: Workspace): void =>
  useWorkspaceStore.setState(({ workspace: before }) => ({
    workspace: {
      ...next,
      accounts: kept(before?.accounts, next.accounts),
      settings: kept(before?.settings, next.settings),
    },
  }))

const kept = <T>(before: T | undefined, next: T): T =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next

/** The workspace, `null` until the shell has answered. */
export const useWorkspace = (): Workspace | null => useWorkspaceStore((state) => state.workspace)

/** All accounts, in their order. */
export const useAccounts = (): readonly Account[] =>
  useWorkspaceStore((state) => state.workspace?.accounts ?? noAccounts)

/** One account. */
export const useAccount = (id: string): Account | undefined =>
  useWorkspaceStore((state) => state.workspace?.accounts.find((account) => account.id === id))

/** The settings; their defaults until the shell has answered. */
export const useSettings = (): Settings =>
  useWorkspaceStore((state) => state.workspace?.settings ?? defaultSettings)

/** Whether an account that is on watches one of the scopes which listed this session; true until the shell has answered. */
export function isWatched({ accountId, scopes }: Pick<RosterRow, 'accountId' | 'scopes'>): boolean {
  const { workspace } = useWorkspaceStore.getState()
  if (!workspace) return true
  const account = workspace.accounts.find(({ id }) => id === accountId)
  return Boolean(
    account?.enabled && account.scopes.some((scope) => scopes.includes(scopeKey(accountId, scope))),
  )
}

/** All accounts, outside React. */
export const getAccounts = (): readonly Account[] =>
  useWorkspaceStore.getState().workspace?.accounts ?? noAccounts
