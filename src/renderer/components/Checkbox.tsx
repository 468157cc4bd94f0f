import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import { useId } from 'react'
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
  const id = useId()
  return (
    <span className={styles.field}>
      <Base.Root
        nativeButton
        render={<button type="button" />}
        id={id}
        className={styles.box}
        checked={props.checked}
        indeterminate={props.mixed ?? false}
        disabled={props.disabled}
        onCheckedChange={(checked) => props.onChange(checked)}
      >
        <Base.Indicator className={styles.sign}>{props.mixed ? <Minus /> : <Check />}</Base.Indicator>
      </Base.Root>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
    </span>
  )
}
