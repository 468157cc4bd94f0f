import { Switch as Base } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import styles from './Switch.module.css'

/** Something that is on or off at once, with its words on the left. */
export function Switch(props: {
  label: string
  help?: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className={styles.field}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {props.label}
        </label>
        {props.help ? (
          <div id={`${id}-help`} className={styles.help}>
            {props.help}
          </div>
        ) : null}
      </div>
      <Base.Root
        nativeButton
        render={<button type="button" />}
        id={id}
        aria-describedby={props.help ? `${id}-help` : undefined}
        className={styles.track}
        checked={props.checked}
        disabled={props.disabled}
        onCheckedChange={(checked) => props.onChange(checked)}
      >
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
    </div>
  )
}
