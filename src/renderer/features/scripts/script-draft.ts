import type { ScriptEdit, ScriptInfo } from '../../../shared/script'
import type { ScriptDraft } from '../../../shared/script-draft'
import { longestScriptName, type ScriptSwitch, scriptSwitches } from '../../../shared/script-facts'
import { scriptsText } from '../../../shared/text/scripts'

/** A draft with one field more, or one fewer where it says what the service has. */
export function withName(draft: ScriptDraft, info: ScriptInfo, name: string): ScriptDraft {
  const { name: _, ...others } = draft
  return name === (info.name ?? '') ? others : { ...others, name }
}

/** The same for a switch. */
export function withSwitch(draft: ScriptDraft, info: ScriptInfo, id: ScriptSwitch, on: boolean): ScriptDraft {
  const { [id]: _, ...others } = draft
  return info[id] === on ? others : { ...others, [id]: on }
}

/** What is left to send of a draft: the service may have the same values meanwhile. `null`: nothing. */
export function editOf(draft: ScriptDraft, info: ScriptInfo): ScriptEdit | null {
  const edit: ScriptEdit = {}
  if (draft.name !== undefined && draft.name !== (info.name ?? '')) edit.name = draft.name
  for (const id of scriptSwitches) {
    const on = draft[id]
    if (on !== undefined && on !== info[id]) edit[id] = on
  }
  return Object.keys(edit).length === 0 ? null : edit
}

/** Why a name cannot be sent; `null`: it can. */
export const nameProblem = (name: string): string | null =>
  name.length > longestScriptName ? scriptsText.longestName(longestScriptName) : null

/** What each switch does, in plain words. */
export const switchWords = (id: ScriptSwitch): { label: string; help: string } => ({
  label: scriptsText[id],
  help: scriptsText[`${id}Help`],
})
