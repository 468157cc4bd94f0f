import {
  type BulkDraft,
  type BulkTarget,
  type MessageTemplate,
  messageTemplateSchema,
} from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { parseJsonData } from '../../actions/json-data'
import { emptyMessage, type MessageErrors, type MessageForm } from '../../actions/message-form'

/** The parts of a message that a service takes. */
export type MessageKind = MessageTemplate['kind']

/** Time between the message and the disconnect, ms. */
export const waits = ['0', '30000', '60000', '300000', '600000'] as const
export type Wait = (typeof waits)[number]

/** The same in words. */
export function waitText(wait: Wait): string {
  const seconds = Number(wait) / 1_000
  if (seconds === 0) return bulkDialogsText.noWait
  return seconds < 60 ? bulkDialogsText.waitSeconds(seconds) : bulkDialogsText.waitMinutes(seconds / 60)
}

/** What of a form a message fills; what is written of the other kind stays. */
export const fieldsOf = (message: MessageTemplate): Partial<MessageForm> =>
  message.kind === 'text'
    ? { text: message.text }
    : { handler: message.handler, data: JSON.stringify(message.data, null, 2) }

/** A form that holds these messages. */
export function formOf(messages: readonly MessageTemplate[]): MessageForm {
  const form = { ...emptyMessage }
  for (const message of messages) Object.assign(form, fieldsOf(message))
  return form
}

/** The messages that a form stands for. A kind that is left empty is none; one that is begun must be right. */
export function messagesOf(
  form: MessageForm,
  kinds: readonly MessageKind[],
): { messages: MessageTemplate[]; errors: MessageErrors } {
  const messages: MessageTemplate[] = []
  const errors: MessageErrors = {}
  if (kinds.includes('text') && form.text.trim() !== '') {
    const text = messageTemplateSchema.safeParse({ kind: 'text', text: form.text })
    if (text.success) messages.push(text.data)
    else errors.text = bulkDialogsText.tooLong
  }
  if (kinds.includes('handler') && form.handler.trim() !== '') {
    const data = parseJsonData(form.data)
    const handler = form.handler.trim()
    const call = messageTemplateSchema.safeParse({
      kind: 'handler',
      handler,
      data: data.ok ? data.value : null,
    })
    if (!data.ok) errors.data = data.error
    else if (call.success) messages.push(call.data)
    else errors.handler = bulkDialogsText.handlerTooLong
  }
  return { messages, errors }
}

/**
 * The draft that the form stands for; `null` while its message is missing. Where no service takes a message of any of
 * `kinds`, there is a draft all the same: its preview says so.
 */
export function draftOf(
  action: BulkDraft['kind'],
  target: BulkTarget,
  kinds: readonly MessageKind[],
  messages: MessageTemplate[],
  wait: Wait,
): BulkDraft | null {
  if (kinds.length > 0 && messages.length === 0) return null
  return {
    kind: action,
    target,
    messages: action === 'disconnect' ? [] : messages,
    waitMs: action === 'message-disconnect' ? Number(wait) : 0,
  }
}
