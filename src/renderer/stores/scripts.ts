import { create } from 'zustand'
import type { Account } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'
import type { AppError } from '../../shared/result'
import type { ScriptInfo } from '../../shared/script'
import { type ScriptRef, scriptKey } from '../../shared/script-facts'
import { type ScriptNames, sameNames, scriptNameOf, scriptNames } from '../../shared/script-names'
import { request } from '../bridge'
import { useHealthStore } from './health'
import { useWatchState } from './watch-state'
import { getAccounts, useWorkspaceStore } from './workspace'

/** What is known of a script at a service that describes scripts. An older answer stays beside an error. */
type KnownScript = { info: ScriptInfo | null; error: AppError | null; busy: boolean }

type Scripts = {
  /** By `scriptKey`; replaced, never changed. */
  known: ReadonlyMap<string, KnownScript>
  names: ScriptNames
}

/** What is known of scripts, and what they are called. */
export const useScripts = create<Scripts>(() => ({ known: new Map(), names: new Map() }))

const unknown: KnownScript = { info: null, error: null, busy: false }

/** What is known of a script. */
export const useKnownScript = (script: ScriptRef): KnownScript =>
  useScripts(({ known }) => known.get(scriptKey(script)) ?? unknown)

/** What a session's script is called; `null` where it has no name or runs none. */
export const useScriptName = (of: { accountId: string; scriptId: string | null }): string | null =>
  useScripts(({ names }) => scriptNameOf(names, of))

/** What the person calls a script; `null` where nothing. */
export const useScriptLabel = (script: ScriptRef): string | null =>
  useWorkspaceStore(({ workspace }) => workspace?.settings.scriptLabels[scriptKey(script)] ?? null)

const know = (key: string, part: Partial<KnownScript>): void => {
  useScripts.setState(({ known }) => ({
    known: new Map(known).set(key, { ...(known.get(key) ?? unknown), ...part }),
  }))
  nameAnew()
}

/** A list of 50,000 rows is matched and sorted by names: they are another object only when they say something else. */
function nameAnew(): void {
  const { known, names } = useScripts.getState()
  const labels = useWorkspaceStore.getState().workspace?.settings.scriptLabels ?? {}
  const next = scriptNames(
    labels,
    Array.from(known, ([key, { info }]) => [key, info] as const),
  )
  if (!sameNames(names, next)) useScripts.setState({ names: next })
}

/** Requests a script from its service; what was known stays until the answer. */
export async function loadScript(script: ScriptRef): Promise<void> {
  const key = scriptKey(script)
  if (useScripts.getState().known.get(key)?.busy) return
  know(key, { busy: true })
  const result = await request('script.info', script)
  know(
    key,
    result.ok ? { busy: false, error: null, info: result.value } : { busy: false, error: result.error },
  )
}

/** Requests every watched script of services that describe their scripts, once; not while watching is paused. */
function loadNames(): void {
  if (useWatchState.getState().paused) return
  const isManaged = ({ provider }: Account) => providerCatalog[provider].scripts?.kind === 'managed'
  const managed = new Set(
    getAccounts()
      .filter(isManaged)
      .map(({ id }) => id),
  )
  const { known } = useScripts.getState()
  for (const { accountId, scope } of useHealthStore.getState().scopes.values()) {
    const script = { accountId, scriptId: scope.id }
    const named = managed.has(accountId) && scope.kind === 'script'
    if (named && !known.has(scriptKey(script))) void loadScript(script)
  }
}

/** Keeps the names of scripts from now on; requests them when the window is idle. */
export function connectScripts(): () => void {
  let idle = 0
  const update = () => {
    nameAnew()
    cancelIdleCallback(idle)
    idle = requestIdleCallback(loadNames)
  }
  const stops = [
    useWorkspaceStore.subscribe(update),
    useWatchState.subscribe(update),
    // A scope has a health once it is watched; a request before that would be refused.
    useHealthStore.subscribe(({ scopes }, before) => {
      if (scopes.size !== before.scopes.size) update()
    }),
  ]
  return () => {
    cancelIdleCallback(idle)
    for (const stop of stops) stop()
  }
}

/** Calls a script by a name of the person's own; an empty one takes it away. Answers with an error in words. */
export async function saveScriptLabel(script: ScriptRef, label: string): Promise<string | null> {
  const { [scriptKey(script)]: _, ...others } =
    useWorkspaceStore.getState().workspace?.settings.scriptLabels ?? {}
  const text = label.trim()
  const scriptLabels = text === '' ? others : { ...others, [scriptKey(script)]: text }
  const result = await request('settings.save', { scriptLabels })
  return result.ok ? null : result.error.message
}
