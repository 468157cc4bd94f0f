import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { classNames } from './class-names'
import field from './field.module.css'
import { usePopupPlace } from './popup-place'
import styles from './Select.module.css'

export type SelectOption<V extends string> = { value: V; label: string }

/** One choice out of a few. */
export function Select<V extends string>(props: {
  label: string
  /** The label is for a screen reader only. */
  hideLabel?: boolean
  value: V
  options: readonly SelectOption<V>[]
  onChange(value: V): void
  className?: string
}) {
  return (
    <Base.Root
      items={props.options}
      value={props.value}
      onValueChange={(value) => {
        if (value !== null) props.onChange(value)
      }}
    >
      <div className={classNames(field.field, props.className)}>
        <Base.Label className={props.hideLabel ? 'visually-hidden' : field.label}>{props.label}</Base.Label>
        <Base.Trigger className={styles.trigger}>
          <Base.Value className={styles.value} />
          <Base.Icon className={styles.icon}>
            <ChevronsUpDown />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal container={usePopupPlace()}>
        <Base.Positioner
          className={styles.positioner}
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className={styles.popup}>
            <Base.List>
              {props.options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={styles.item}>
                  <span className={styles.sign}>
                    <Base.ItemIndicator>
                      <Check />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
