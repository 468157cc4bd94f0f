import type { DetailField } from '../../../shared/session'
import { CopyButton } from '../../components/CopyButton'
import { Masked } from '../../components/Masked'
import { RelativeTime } from '../../components/RelativeTime'
import { Tooltip } from '../../components/Tooltip'
import { middleEllipsis } from '../../lib/format'
import styles from './details.module.css'
import { copyText, fieldText, isMaskable } from './field-text'

/** So many characters of an id fit beside its label, and beside the eye of a personal one too. */
const idLength = 22
const personalIdLength = 18

/** One field: its label, its value, a button that copies it. */
export function DetailRow(props: {
  field: DetailField
  revealed: boolean
  onReveal(revealed: boolean): void
}) {
  const { field } = props
  const copy = copyText(field)
  return (
    <div className={styles.row}>
      <dt>{field.label}</dt>
      <dd>
        {isMaskable(field) ? (
          <Masked what={field.label} revealed={props.revealed} onChange={props.onReveal}>
            <Value field={field} />
          </Masked>
        ) : (
          <Value field={field} />
        )}
      </dd>
      {copy === null ? null : <CopyButton what={field.label} text={copy} className={styles.copy} />}
    </div>
  )
}

function Value({ field }: { field: DetailField }) {
  const text = fieldText(field)
  if (text === null) return <span className={styles.empty}>{field.emptyWord}</span>
  if (field.kind === 'time' && typeof field.value === 'number') return <RelativeTime at={field.value} />
  if (field.kind !== 'id') return <span className={styles.text}>{text}</span>
  const short = middleEllipsis(text, field.personal ? personalIdLength : idLength)
  if (short === text) return <code className={styles.id}>{text}</code>
  return (
    <Tooltip text={<code>{text}</code>}>
      <code className={styles.id}>{short}</code>
    </Tooltip>
  )
}
