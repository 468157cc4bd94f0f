import type { Text as SourceText } from '@codemirror/state'
import { create } from 'zustand'
import type { KeptDraft, ScriptBase } from '../../../shared/script-draft'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
import { request } from '../../bridge'
import { useScripts } from '../../stores/scripts'
import { showSection } from '../../stores/section'
import { showToast } from '../../stores/toasts'
import { DraftKeeper } from './draft-keeper'
import { setDraft, setSource, showScript, useScriptSection } from './section-state'

/** Drafts of an earlier run, by `scriptKey`: to be continued or discarded. */
const useKept = create<{ drafts: ReadonlyMap<string, KeptDraft> }>(() => ({ drafts: new Map() }))

/** The draft of an earlier run that a script has and that is not decided about yet; `null`: none. */
export const useKeptDraft = (script: ScriptRef): KeptDraft | null =>
  useKept(({ drafts }) => drafts.get(scriptKey(script)) ?? null)

const settle = (script: ScriptRef) =>
  useKept.setState(({ drafts }) => ({
    drafts: new Map([...drafts].filter(([key]) => key !== scriptKey(script))),
  }))

const complain = ({ message }: { message: string }) =>
  showToast({ id: 'drafts', role: 'alert', text: message, action: null })

function baseOf(script: ScriptRef): ScriptBase | null {
  const info = useScripts.getState().known.get(scriptKey(script))?.info
  if (!info) return null
  const { name, freeForAll, useHeartbeat, kickOutdated, requireSessions, enabled } = info
  return { name, freeForAll, useHeartbeat, kickOutdated, requireSessions, enabled }
}

const keeper = new DraftKeeper({
  keep: (draft) => request('draft.keep', draft),
  discard: (script) => request('draft.discard', script),
  baseOf,
  onProblem: complain,
})

/** Goes on with a draft of an earlier run: its text is back in the form. Returns whether it could be read. */
export async function continueDraft(draft: KeptDraft): Promise<boolean> {
  const { accountId, scriptId, sourceLength } = draft
  const script = { accountId, scriptId }
  let source: SourceText | null = null
  if (sourceLength !== null) {
    const [kept, { Text }] = await Promise.all([request('draft.source', script), import('@codemirror/state')])
    if (!kept.ok) {
      complain(kept.error)
      return false
    }
    if (kept.value.source) source = Text.of(kept.value.source.split('\n'))
  }
  // First, or what is typed next would count as begun now.
  keeper.resume(script, draft.base)
  if (source) setSource(script, source)
  setDraft(script, draft.edit)
  settle(script)
  return true
}

/** Removes a draft of an earlier run for good. */
export async function discardDraft({ accountId, scriptId }: KeptDraft): Promise<void> {
  const script = { accountId, scriptId }
  const removed = await request('draft.discard', script)
  if (removed.ok) settle(script)
  else complain(removed.error)
}

/** Resolves when all that was typed is on the disk. */
export const flushDrafts = (): Promise<void> => keeper.flush()

/** A key's account and script: an account's id has no slash. */
function scriptOf(key: string): ScriptRef {
  const at = key.indexOf('/')
  return { accountId: key.slice(0, at), scriptId: key.slice(at + 1) }
}

/** Keeps what is typed from now on, and offers the drafts of an earlier run. Returns how to stop. */
export function connectScriptDrafts(): () => void {
  const unsubscribe = useScriptSection.subscribe((now, before) => {
    if (now.drafts === before.drafts && now.sources === before.sources) return
    const maps = [now.drafts, before.drafts, now.sources, before.sources]
    for (const key of new Set(maps.flatMap((map) => [...map.keys()]))) {
      const same =
        now.drafts.get(key) === before.drafts.get(key) && now.sources.get(key) === before.sources.get(key)
      if (same) continue
      const source = now.sources.get(key) ?? null
      keeper.changed(scriptOf(key), { edit: now.drafts.get(key) ?? {}, source })
    }
  })
  const onHide = () => void keeper.flush()
  window.addEventListener('pagehide', onHide)
  void load()
  return () => {
    unsubscribe()
    window.removeEventListener('pagehide', onHide)
  }
}

async function load(): Promise<void> {
  const kept = await request('draft.list')
  if (!kept.ok) return complain(kept.error)
  const [first] = kept.value
  if (!first) return
  useKept.setState({ drafts: new Map(kept.value.map((draft) => [scriptKey(draft), draft])) })
  const show = () => {
    showSection('scripts')
    showScript(first)
  }
  showToast({
    id: 'drafts',
    role: 'status',
    text: scriptsText.draftsKept(kept.value.length),
    action: { label: commonText.show, run: show },
  })
}
