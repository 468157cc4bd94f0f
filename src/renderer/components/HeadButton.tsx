import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import styles from './HeadButton.module.css'
import { IconButton } from './IconButton'

/** A button of a section's head: an icon with a word, which goes where room is short. */
export function HeadButton(props: ComponentProps<typeof IconButton> & { word: string }) {
  const { word, icon, className, ...rest } = props
  return (
    <IconButton
      {...rest}
      className={classNames(styles.button, className)}
      icon={
        <>
          {icon}
          <span className={styles.word}>{word}</span>
        </>
      }
    />
  )
}
