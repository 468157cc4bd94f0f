import { useMemo, useState } from 'react'
import type { BulkAudience, BulkDraft, MessageTemplate } from '../../../shared/bulk'
import type { MessageErrors, MessageForm } from '../../actions/message-form'
import type { BulkQuestion } from '../../stores/dialogs'
import { draftOf, formOf, type MessageKind, messagesOf, type Wait } from './bulk-form'

/** What is being written, and what it stands for. */
export type WrittenDraft = {
  /** The kinds of message that the services of the target take; none where nothing is said. */
  kinds: readonly MessageKind[]
  form: MessageForm
  change(part: Partial<MessageForm>): void
  messages: readonly MessageTemplate[]
  errors: MessageErrors
  wait: Wait
  setWait(wait: Wait): void
  /** `null` while nothing is written. The same until something changes. */
  draft: BulkDraft | null
}

/** Keeps what somebody writes for many sessions. */
export function useBulkDraft(
  { action, said }: Pick<BulkQuestion, 'action' | 'said'>,
  { target, kinds: taken }: BulkAudience,
): WrittenDraft {
  const kinds = useMemo(() => (action === 'disconnect' ? [] : taken), [action, taken])
  const [form, setForm] = useState(() => formOf(said ?? []))
  const [wait, setWait] = useState<Wait>('60000')
  const { messages, errors } = useMemo(() => messagesOf(form, kinds), [form, kinds])
  const draft = useMemo(
    () => draftOf(action, target, kinds, messages, wait),
    [action, target, kinds, messages, wait],
  )
  const change = (part: Partial<MessageForm>) => setForm((old) => ({ ...old, ...part }))
  return { kinds, form, change, messages, errors, wait, setWait, draft }
}
