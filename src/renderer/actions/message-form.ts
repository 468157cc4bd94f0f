import { longestHandler, type Message, messageSchema } from '../../shared/action'
import { type MessageCapability, textMessageBounds } from '../../shared/providers/facts'
import type { Result } from '../../shared/result'
import { messageFormText } from '../../shared/text/message-form'
import { parseJsonData } from './json-data'

/** The message as it is typed. */
export type MessageForm = { text: string; handler: string; data: string }
export type MessageErrors = { text?: string; handler?: string; data?: string }

/** LuaAuth sends `[]` where nothing is said (*Messaging a session*). */
export const emptyMessage: MessageForm = { text: '', handler: '', data: '[]' }

/** The message that the form stands for, or what is wrong with it. */
export function messageOf(form: MessageForm, by: MessageCapability): Result<Message, MessageErrors> {
  if (by === 'handler') {
    const handler = form.handler.trim()
    const data = parseJsonData(form.data)
    const errors: MessageErrors = {}
    if (handler === '') errors.handler = messageFormText.handlerNeeded
    if (!data.ok) errors.data = data.error
    const parsed = messageSchema.safeParse({ kind: 'handler', handler, data: data.ok ? data.value : null })
    const wrong = parsed.error?.issues.map(({ path }) => path[0]) ?? []
    if (wrong.includes('data')) errors.data = messageFormText.dataTooLong
    if (wrong.includes('handler') && handler !== '')
      errors.handler = messageFormText.longestHandler(longestHandler)
    return parsed.success && data.ok ? { ok: true, value: parsed.data } : { ok: false, error: errors }
  }
  const { min, max } = textMessageBounds
  const parsed = messageSchema.safeParse({ kind: 'text', text: form.text })
  if (parsed.success && form.text.trim() !== '') return { ok: true, value: parsed.data }
  return { ok: false, error: { text: messageFormText.textBounds(min, max) } }
}
