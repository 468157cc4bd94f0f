import { useMemo } from 'react'
import { create } from 'zustand'
import type { ScopeKey } from '../../shared/account'
import type { Payload } from '../../shared/contract'
import type { ScopeHealth } from '../../shared/health'

/** The health of every scope. The map is replaced, never changed. */
export const useHealthStore = create<{ scopes: ReadonlyMap<ScopeKey, ScopeHealth> }>(() => ({
  scopes: new Map(),
}))

/** Takes the whole list. */
export const setHealth = (list: readonly ScopeHealth[]): void =>
  useHealthStore.setState({ scopes: new Map(list.map((health) => [health.key, health])) })

/** Takes a difference. */
export const changeHealth = ({ changed, removed }: Payload<'health.changed'>): void =>
  useHealthStore.setState(({ scopes }) => {
    const next = new Map(scopes)
    for (const key of removed) next.delete(key)
    for (const health of changed) next.set(health.key, health)
    return { scopes: next }
  })

/** The health of an account's scopes. */
export function useAccountHealth(accountId: string): readonly ScopeHealth[] {
  const scopes = useHealthStore((state) => state.scopes)
  return useMemo(
    () => [...scopes.values()].filter((health) => health.accountId === accountId),
    [scopes, accountId],
  )
}
