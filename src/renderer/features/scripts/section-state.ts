import type { Text } from '@codemirror/state'
import { create } from 'zustand'
import type { AppError } from '../../../shared/result'
import type { ScriptCounts } from '../../../shared/script'
import type { ScriptDraft } from '../../../shared/script-draft'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'
import { request } from '../../bridge'

/** What the section shows: a script, or with `scriptId: null` an account's overview. */
export type ScriptPlace = { accountId: string; scriptId: string | null }

/** What an account's service counted; an older answer stays beside an error. */
type KnownCounts = { counts: ScriptCounts | null; error: AppError | null; busy: boolean }

/** The section's state. What is typed is no setting; `kept-drafts` has it on the disk until it is sent. */
type SectionState = {
  place: ScriptPlace | null
  /** By account id. */
  counts: ReadonlyMap<string, KnownCounts>
  /** What was typed and not sent yet, by `scriptKey`: kept while the person looks elsewhere. */
  drafts: ReadonlyMap<string, ScriptDraft>
  /** As the editor holds it: cheap to keep at every key, however long it is. */
  sources: ReadonlyMap<string, Text>
}

/** What the scripts section holds, also while another one is shown. */
export const useScriptSection = create<SectionState>(() => ({
  place: null,
  counts: new Map(),
  drafts: new Map(),
  sources: new Map(),
}))

const { getState, setState } = useScriptSection

/** Shows a script or an account's overview. */
export const showScript = (place: ScriptPlace): void => setState({ place })

const none: ScriptDraft = {}

/** What was typed over a script's values. */
export const useDraft = (script: ScriptRef): ScriptDraft =>
  useScriptSection(({ drafts }) => drafts.get(scriptKey(script)) ?? none)

/** Keeps a draft; an empty one is forgotten. */
export const setDraft = (script: ScriptRef, draft: ScriptDraft): void =>
  setState(({ drafts }) => ({
    drafts: kept(drafts, scriptKey(script), Object.keys(draft).length === 0 ? null : draft),
  }))

/** The map with a value set, or without it; the same map where it is not there anyway. */
function kept<V>(map: ReadonlyMap<string, V>, key: string, value: V | null): ReadonlyMap<string, V> {
  if (value === null && !map.has(key)) return map
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}

/** The source that was typed for a script, if any. */
export const useSource = (script: ScriptRef): Text | null =>
  useScriptSection(({ sources }) => sources.get(scriptKey(script)) ?? null)

/** Whether a source was typed for a script and not taken yet. */
export const useHasSource = (script: ScriptRef): boolean =>
  useScriptSection(({ sources }) => sources.has(scriptKey(script)))

/** How many scripts have a source that no service has taken yet. */
export const useSourceCount = (): number => useScriptSection(({ sources }) => sources.size)

/** Keeps a source until it has been taken by the service; an empty one is forgotten. */
export const setSource = (script: ScriptRef, source: Text): void =>
  keepSource(script, source.length === 0 ? null : source)

const keepSource = (script: ScriptRef, source: Text | null) =>
  setState(({ sources }) => ({ sources: kept(sources, scriptKey(script), source) }))

/** Forgets all that was typed for a script: it is no more. */
export function forgetScript(script: ScriptRef): void {
  setDraft(script, none)
  keepSource(script, null)
}

const unknown: KnownCounts = { counts: null, error: null, busy: false }

/** Forgets a source that the service took, unless the person has gone on writing. */
export function forgetSource(script: ScriptRef, taken: Text): void {
  if (getState().sources.get(scriptKey(script))?.eq(taken)) keepSource(script, null)
}

/** What an account's service counted. */
export const useCounts = (accountId: string): KnownCounts =>
  useScriptSection(({ counts }) => counts.get(accountId) ?? unknown)

const know = (accountId: string, part: Partial<KnownCounts>) =>
  setState(({ counts }) => ({
    counts: new Map(counts).set(accountId, { ...(counts.get(accountId) ?? unknown), ...part }),
  }))

/** Takes the counts of an account's scripts: those of the last heartbeat, or `fresh` ones. */
export async function loadCounts(accountId: string, fresh: boolean): Promise<void> {
  if (getState().counts.get(accountId)?.busy) return
  know(accountId, { busy: true })
  const result = await request('script.counts', { accountId, fresh })
  know(
    accountId,
    result.ok ? { busy: false, error: null, counts: result.value } : { busy: false, error: result.error },
  )
}
