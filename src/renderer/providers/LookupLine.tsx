import { useId, useState } from 'react'
import { RevealButton } from '../components/RevealButton'
import { TextField } from '../components/TextField'
import { usePresenter } from '../stores/presentation'
import type { LookupForm, LookupTyping } from './service'

/** A value that can be chosen instead of typed, and what it is called. */
export type Suggestion = { value: string; label?: string }

/** One text field of a look-up form. */
export function LookupLine<F extends LookupForm>(props: {
  typing: LookupTyping<F>
  field: keyof F & string
  label: string
  /** Something else says it to those who see. */
  hideLabel?: boolean
  placeholder?: string
  help?: string
  type?: 'date'
  /** It names a person or a machine: hidden while presenting. */
  personal?: boolean
  suggestions?: readonly Suggestion[]
}) {
  const { typing, field, suggestions = [] } = props
  const value = typing.form[field] ?? ''
  const presenter = usePresenter()
  const list = useId()
  const isMasked = typing.masked.has(field)
  // Once it was masked it can be masked again.
  const [wasMasked, setWasMasked] = useState(isMasked)
  if (isMasked && !wasMasked) setWasMasked(true)
  const isHidden = Boolean(props.personal) && (isMasked || presenter.on)
  return (
    <>
      <TextField
        label={props.label}
        hideLabel={props.hideLabel}
        placeholder={props.placeholder}
        help={props.help}
        error={typing.errors[field] ?? null}
        type={isHidden ? 'password' : (props.type ?? 'text')}
        list={suggestions.length > 0 ? list : undefined}
        mono={props.type === undefined}
        value={value}
        onChange={(text) => typing.change({ [field]: text } as Partial<F>)}
        action={
          props.personal && wasMasked && value !== '' ? (
            <RevealButton
              what={props.label}
              hidden={isHidden}
              onChange={(hidden) => typing.mask(field, hidden)}
            />
          ) : null
        }
      />
      {suggestions.length > 0 ? (
        <datalist id={list}>
          {suggestions.map((each) => (
            <option key={each.value} value={each.value} label={each.label} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}
