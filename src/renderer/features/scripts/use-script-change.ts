import { useState } from 'react'
import type { Action } from '../../../shared/action'
import type { AppError, Result } from '../../../shared/result'
import type { ScriptRef } from '../../../shared/script-facts'
import { outcomeWords } from '../../actions/outcome-words'
import { useIsShown } from '../../components/use-is-shown'
import { isolated } from '../../lib/direction'
import { loadScript } from '../../stores/scripts'
import { showToast } from '../../stores/toasts'

/** A change's state. `refused`: it never left, or its outcome is unknown. `since` is of `performance.now()`. */
type ChangeStep =
  | { kind: 'idle' }
  | { kind: 'sending'; since: number }
  | { kind: 'done'; action: Action }
  | { kind: 'refused'; error: AppError }

/** Why a change did not happen, or not for certain; `null` where it did or there was none. */
export function changeError(step: ChangeStep): AppError | null {
  if (step.kind === 'refused') return step.error
  if (step.kind !== 'done') return null
  const { outcome } = step.action
  return outcome.kind === 'failed' || outcome.kind === 'unknown' ? outcome.error : null
}

/** Sends changes of one script, one at a time, and fetches the script afterwards. */
export function useScriptChange(script: ScriptRef) {
  const [step, setStep] = useState<ChangeStep>({ kind: 'idle' })
  const isShown = useIsShown()
  /** Sends one; returns whether the service took it. */
  const send = async (ask: () => Promise<Result<Action>>): Promise<boolean> => {
    if (step.kind === 'sending') return false
    setStep({ kind: 'sending', since: performance.now() })
    const result = await ask()
    setStep(result.ok ? { kind: 'done', action: result.value } : { kind: 'refused', error: result.error })
    if (!isShown()) tell(script, result)
    // After a lost answer too: how the script is now is what tells whether it took effect.
    const mayHaveChanged = result.ok
      ? result.value.kind !== 'script-remove'
      : result.error.kind === 'outcome-unknown'
    if (mayHaveChanged) void loadScript(script)
    return result.ok && result.value.outcome.kind === 'delivered'
  }
  return { step, send, isShown }
}

/** Shows a toast about a change to a person who looks elsewhere by now. */
function tell({ scriptId }: ScriptRef, result: Result<Action>): void {
  const { text, tone } = result.ok
    ? outcomeWords(result.value, null)
    : { text: result.error.message, tone: 'bad' as const }
  showToast({
    id: result.ok ? result.value.id : `script:${scriptId}`,
    role: tone === 'good' ? 'status' : 'alert',
    text: `${isolated(result.ok ? result.value.target : scriptId)}: ${text}`,
    action: null,
  })
}
