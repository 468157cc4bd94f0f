import type { ComponentProps, ReactNode } from 'react'
import styles from './Banner.module.css'

type BannerProps = Pick<ComponentProps<'div'>, 'role' | 'aria-label' | 'children'> & {
  icon: ReactNode
  /** `warn`: something is wrong. */
  tone?: 'plain' | 'warn'
  /** Which of its edges borders on what the window shows. */
  edge?: 'top' | 'bottom'
  actions: ReactNode
}

/** A line across the window: what holds for all of it, and what can be done about it. */
export function Banner({ icon, tone = 'plain', edge = 'bottom', actions, children, ...rest }: BannerProps) {
  return (
    <div {...rest} className={styles.banner} data-tone={tone} data-edge={edge}>
      {icon}
      <p>{children}</p>
      {actions}
    </div>
  )
}
