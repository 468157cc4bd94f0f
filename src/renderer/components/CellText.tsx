import { isRightToLeft } from '../lib/direction'
import styles from './CellText.module.css'
import { classNames } from './class-names'

/** What somebody outside wrote, in a cell: it turns nothing around it, loses its end only, and is whole in its title. */
export function CellText(props: {
  text: string
  /** What is shown of it; all unless said. */
  shown?: string
  /** More than the text, for who points at it. */
  title?: string
  className?: string
}) {
  const { text, shown = text, title = text, className } = props
  return (
    <bdi className={classNames(className, isRightToLeft(shown) && styles.rightToLeft)} title={title}>
      {shown}
    </bdi>
  )
}
