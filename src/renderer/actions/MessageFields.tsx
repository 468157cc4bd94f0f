import type { RefObject } from 'react'
import { longestHandler } from '../../shared/action'
import { textMessageBounds } from '../../shared/providers/facts'
import { messageFormText } from '../../shared/text/message-form'
import layout from '../components/form-layout.module.css'
import { TextArea } from '../components/TextArea'
import { TextField } from '../components/TextField'
import { parseJsonData } from './json-data'
import type { MessageErrors, MessageForm } from './message-form'

type Props = {
  form: MessageForm
  errors: MessageErrors
  readOnly: boolean
  onChange(part: Partial<MessageForm>): void
}

/** A text that the user reads. `filled`: what is sent in its place, where it has variables. */
export function TextFields(
  props: Props & { first: RefObject<HTMLTextAreaElement | null>; filled?: string | undefined },
) {
  const { form, errors } = props
  const { max } = textMessageBounds
  const { length } = props.filled ?? form.text
  const over = length - max
  return (
    <TextArea
      ref={props.first}
      label={messageFormText.message}
      value={form.text}
      readOnly={props.readOnly}
      error={over > 0 ? messageFormText.tooMany(over) : errors.text}
      counter={`${length} / ${max}`}
      onChange={(text) => props.onChange({ text })}
    />
  )
}

/** A call of a handler in the client. */
export function HandlerFields(props: Props & { first: RefObject<HTMLInputElement | null> }) {
  const { form, errors } = props
  const data = parseJsonData(form.data)
  return (
    <div className={layout.fields}>
      <TextField
        ref={props.first}
        label={messageFormText.handler}
        mono
        value={form.handler}
        maxLength={longestHandler}
        placeholder="announce"
        help={messageFormText.handlerHelp}
        readOnly={props.readOnly}
        error={errors.handler}
        onChange={(handler) => props.onChange({ handler })}
      />
      <TextArea
        label={messageFormText.data}
        mono
        rows={6}
        value={form.data}
        readOnly={props.readOnly}
        error={data.ok ? errors.data : data.error}
        help={messageFormText.dataHelp}
        onChange={(text) => props.onChange({ data: text })}
      />
    </div>
  )
}
