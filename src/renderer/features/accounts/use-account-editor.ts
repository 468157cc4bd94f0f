import { useState } from 'react'
import type { Account, AccountDraft, ProviderId } from '../../../shared/account'
import type { AccountTest, Workspace } from '../../../shared/contract'
import { providerIds } from '../../../shared/ids'
import type { AppError } from '../../../shared/result'
import { request } from '../../bridge'
import {
  type AccountForm,
  carriesSecret,
  draftOf,
  type FieldErrors,
  fieldErrorOf,
  formOf,
  newForm,
} from './account-form'

/** The state of the form. `asking`: there is no keychain, the person decides whether the key is kept for this run. */
export type EditorStep =
  | { kind: 'editing' }
  | { kind: 'testing' }
  | { kind: 'tested'; found: AccountTest }
  | { kind: 'asking'; draft: AccountDraft }
  | { kind: 'saving' }
  | { kind: 'failed'; error: AppError }

const editing: EditorStep = { kind: 'editing' }

/** The account form with its two requests. `onSaved` is called once the shell has it. */
export function useAccountEditor(
  account: Account | null,
  keychain: Workspace['keychain'],
  onSaved: () => void,
) {
  const [form, setForm] = useState<AccountForm>(() => (account ? formOf(account) : newForm(providerIds[0])))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [step, setStep] = useState<EditorStep>(editing)
  const busy = step.kind === 'testing' || step.kind === 'saving'

  const change = (part: Partial<AccountForm>) => {
    if (busy) return
    setForm((old) => ({ ...old, ...part }))
    setErrors({})
    setStep(editing)
  }

  /** Another provider has other defaults; a label that was typed stays. */
  const choose = (provider: ProviderId) => {
    const fresh = newForm(provider)
    const labelTyped = form.label !== newForm(form.provider).label
    change({ ...fresh, label: labelTyped ? form.label : fresh.label })
  }

  const draft = (): AccountDraft | null => {
    const result = draftOf(form, account)
    setErrors(result.ok ? {} : result.error)
    if (!result.ok) setStep(editing)
    return result.ok ? result.value : null
  }

  const fail = (error: AppError) => {
    const fields = fieldErrorOf(error)
    setErrors(fields ?? {})
    setStep(fields ? editing : { kind: 'failed', error })
  }

  const test = async () => {
    const value = busy ? null : draft()
    if (!value) return
    setStep({ kind: 'testing' })
    const result = await request('account.test', { draft: value })
    if (result.ok) setStep({ kind: 'tested', found: result.value })
    else fail(result.error)
  }

  const store = async (value: AccountDraft, storage: 'keychain' | 'memory') => {
    setStep({ kind: 'saving' })
    const result = await request('account.save', { draft: value, storage })
    if (result.ok) onSaved()
    else if (result.error.kind === 'keychain' && storage === 'keychain')
      setStep({ kind: 'asking', draft: value })
    else fail(result.error)
  }

  const save = async () => {
    if (busy) return
    if (step.kind === 'asking') return store(step.draft, 'memory')
    const value = draft()
    if (!value) return
    if (keychain === 'unavailable' && carriesSecret(value)) setStep({ kind: 'asking', draft: value })
    else await store(value, 'keychain')
  }

  return { form, errors, step, change, choose, test, save, fail, back: () => setStep(editing) }
}
