import type { RefObject } from 'react'
import { fill, valuesOf } from '../../../shared/message-template'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow } from '../../../shared/session'
import { HandlerFields, TextFields } from '../../actions/MessageFields'
import { useAccount } from '../../stores/workspace'
import { fieldsOf } from './bulk-form'
import { FilledPreview } from './FilledPreview'
import { Templates } from './Templates'
import type { WrittenDraft } from './use-bulk-draft'

/** What is said to the sessions, for each kind of message that they take, and how it reads for one of them. */
export function BulkMessage(props: {
  /** Of each kind of message somebody who would get it. */
  samples: readonly RosterRow[]
  written: WrittenDraft
  readOnly: boolean
  text: RefObject<HTMLTextAreaElement | null>
  handler: RefObject<HTMLInputElement | null>
}) {
  const { kinds, form, errors, change, messages } = props.written
  const message = messages[0] ?? null
  const kind = message?.kind ?? kinds[0]
  const sample = props.samples.find(({ provider }) => providerCatalog[provider].message === kind) ?? null
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
