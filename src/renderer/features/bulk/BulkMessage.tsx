import { type RefObject, useMemo } from 'react'
import { fill, valuesOf } from '../../../shared/message-template'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow } from '../../../shared/session'
import { HandlerFields, TextFields } from '../../actions/MessageFields'
import type { BulkQuestion } from '../../stores/dialogs'
import { roster } from '../../stores/roster'
import { getSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { fieldsOf, type MessageKind } from './bulk-form'
import { FilledPreview } from './FilledPreview'
import { Templates } from './Templates'
import type { WrittenDraft } from './use-bulk-draft'

/** What is said to the sessions, for each kind of message that they take, and how it reads for one of them. */
export function BulkMessage(props: {
  target: BulkQuestion['target']
  written: WrittenDraft
  readOnly: boolean
  text: RefObject<HTMLTextAreaElement | null>
  handler: RefObject<HTMLInputElement | null>
}) {
  const { kinds, form, errors, change, messages } = props.written
  const message = messages[0] ?? null
  const sample = useSample(props.target, message?.kind ?? kinds[0])
  const account = useAccount(sample?.accountId ?? '')
  if (kinds.length === 0) return null
  const fields = { form, errors, readOnly: props.readOnly, onChange: change }
  const filled = sample ? fill(form.text, valuesOf(sample, account?.label ?? '')) : undefined
  return (
    <>
      <Templates message={message} onPick={(template) => change(fieldsOf(template))} />
      {kinds.includes('text') ? <TextFields {...fields} first={props.text} filled={filled} /> : null}
      {kinds.includes('handler') ? <HandlerFields {...fields} first={props.handler} /> : null}
      <FilledPreview message={message} row={sample} />
    </>
  )
}

/** Somebody of the target who gets a message of this kind, to show what it reads like. */
function useSample(target: BulkQuestion['target'], kind: MessageKind | undefined): RosterRow | null {
  return useMemo(() => {
    if (!kind) return null
    const takes = (row: RosterRow) => providerCatalog[row.provider].message === kind
    if (target.kind === 'sessions') {
      for (const key of target.keys) {
        const row = getSession(key)?.row
        if (row && takes(row)) return row
      }
      return null
    }
    for (const row of roster.rows.values()) if (row.accountId === target.accountId && takes(row)) return row
    return null
  }, [target, kind])
}
