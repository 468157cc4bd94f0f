import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

/** A few views of the same thing, one of them shown. `children`: the chosen one. */
export function Tabs<V extends string>(props: {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange(value: NoInfer<V>): void
  /** Stands beside the tabs. */
  tools?: ReactNode
  /** The tabs head a whole section, edge to edge. */
  isSection?: boolean
  children: ReactNode
}) {
  const { value, options } = props
  return (
    <Base.Root
      className={styles.root}
      data-section={props.isSection || undefined}
      value={value}
      onValueChange={(next) => {
        const option = options.find((each) => each.value === next)
        if (option) props.onChange(option.value)
      }}
    >
      <div className={styles.bar}>
        <Base.List className={styles.list} aria-label={props.label}>
          {options.map((option) => (
            <Base.Tab key={option.value} value={option.value} className={styles.tab}>
              {option.label}
            </Base.Tab>
          ))}
        </Base.List>
        {props.tools}
      </div>
      <Base.Panel key={value} value={value} className={styles.panel} tabIndex={-1}>
        {props.children}
      </Base.Panel>
    </Base.Root>
  )
}
