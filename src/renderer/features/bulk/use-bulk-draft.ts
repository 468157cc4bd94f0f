import { useMemo, useState } from 'react'
import type { BulkDraft, MessageTemplate } from '../../../shared/bulk'
import type { SessionKey } from '../../../shared/session'
import type { MessageErrors, MessageForm } from '../../actions/message-form'
import type { BulkQuestion } from '../../stores/dialogs'
import { getSession } from '../../stores/session'
import { draftOf, formOf, kindsFor, type MessageKind, messagesOf, type Wait } from './bulk-form'

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

/** A session of the list, or one that only a look-up found. */
const rowOf = (key: SessionKey) => getSession(key)?.row

/** Keeps what somebody writes for many sessions. */
export function useBulkDraft({ action, target, said }: BulkQuestion): WrittenDraft {
  const kinds = useMemo(() => (action === 'disconnect' ? [] : kindsFor(target, rowOf)), [action, target])
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
