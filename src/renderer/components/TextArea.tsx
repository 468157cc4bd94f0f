import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'
import { Field, type FieldFrame } from './TextField'

type TextAreaProps = FieldFrame &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'id'> & {
    value: string
    onChange(value: string): void
    mono?: boolean
  }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, help, error, counter, value, onChange, mono, className, ...rest } = props
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error} counter={counter}>
      {({ id, describedBy, invalid }) => (
        <textarea
          rows={3}
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={classNames(styles.input, styles.area, mono && styles.mono, className)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
