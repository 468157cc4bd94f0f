import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'

/** What every text control shows around itself. */
export type FieldFrame = {
  label: string
  /** The label is for a screen reader only. */
  hideLabel?: boolean
  help?: ReactNode
  error?: string | null
  /** Such as `12 / 100`. */
  counter?: string
}

/**
 * Label above; help, error and counter below. `children` gets the ids that tie them together. A control that has gone is
 * emptied: the page may hold on to the last one that had the focus, and what was typed there can be a secret.
 */
export function Field(
  props: FieldFrame & {
    children(ids: { id: string; describedBy: string | undefined; invalid: boolean }): ReactNode
  },
) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const control = frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    return () => {
      if (control && !control.isConnected) control.value = ''
    }
  }, [])
  const id = useId()
  const helpId = `${id}-help`
  const errorId = `${id}-error`
  const describedBy = [props.error && errorId, props.help && helpId].filter(Boolean).join(' ')
  return (
    <div ref={frame} className={styles.field}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : styles.label}>
        {props.label}
      </label>
      {props.children({ id, describedBy: describedBy || undefined, invalid: Boolean(props.error) })}
      {props.error || props.help || props.counter ? (
        <div className={styles.below}>
          <div className={styles.words}>
            {props.error ? (
              <p id={errorId} className={styles.error}>
                {props.error}
              </p>
            ) : null}
            {props.help ? (
              <div id={helpId} className={styles.help}>
                {props.help}
              </div>
            ) : null}
          </div>
          {props.counter ? (
            <span className={classNames(styles.counter, 'tabular')}>{props.counter}</span>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

type TextFieldProps = FieldFrame &
  Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id'> & {
    value: string
    onChange(value: string): void
    /** Ids, keys and addresses are read letter by letter. */
    mono?: boolean
    /** Stands at the end of the same line. */
    action?: ReactNode
  }

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, help, error, counter, value, onChange, mono, action, className, ...rest } = props
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error} counter={counter}>
      {({ id, describedBy, invalid }) => (
        <div className={styles.line}>
          <input
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...rest}
            id={id}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            className={classNames(styles.input, mono && styles.mono, className)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {action}
        </div>
      )}
    </Field>
  )
}
