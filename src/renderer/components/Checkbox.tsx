import { Check, Minus } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import styles from './Checkbox.module.css'

/** A box to tick. `mixed` is for "some of them". */
export function Checkbox(props: {
  label: string
  hideLabel?: boolean
  checked: boolean
  mixed?: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}) {
  const { checked, mixed = false } = props
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  // HTML has no attribute for it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <span className={styles.field}>
      <span className={styles.box}>
        <input
          ref={box}
          type="checkbox"
          id={id}
          checked={checked}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        {mixed ? <Minus aria-hidden /> : null}
        {checked && !mixed ? <Check aria-hidden /> : null}
      </span>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
    </span>
  )
}
