import type { DetailField } from '../../../shared/session'
import { sessionDetailsText } from '../../../shared/text/session-details'
import { CopyButton } from '../../components/CopyButton'
import { Masked } from '../../components/Masked'
import { RelativeTime } from '../../components/RelativeTime'
import { Tooltip } from '../../components/Tooltip'
import { middleCut } from '../../lib/format'
import { usePresenter } from '../../stores/presentation'
import styles from './details.module.css'
import { copyText, fieldText, isMaskable, shownAs } from './field-text'

/** Width of the button beside a revealed value, characters. */
const hideLength = 4

/** One field: its label, its value, a button that copies it. */
export function DetailRow(props: {
  field: DetailField
  /** How many characters of an id fit beside its label. */
  idLength: number
  revealed: boolean
  onReveal(revealed: boolean): void
}) {
  const { field, idLength } = props
  const presenter = usePresenter()
  const copy = copyText(field)
  const isHidden = isMaskable(field, presenter) && !props.revealed
  return (
    <div className={styles.row}>
      <dt>{field.label}</dt>
      <dd>
        <div className={styles.value}>
          {isMaskable(field, presenter) ? (
            <Masked
              what={field.label}
              alias={shownAs(field, presenter)}
              revealed={props.revealed}
              onChange={props.onReveal}
              className={styles.quiet}
            >
              <Value field={field} idLength={idLength - hideLength} />
            </Masked>
          ) : (
            <Value field={field} idLength={idLength} />
          )}
        </div>
        {copy === null ? null : (
          <CopyButton
            what={field.label}
            text={copy}
            disabledReason={presenter.on && isHidden ? sessionDetailsText.revealFirst : null}
            className={styles.quiet}
          />
        )}
      </dd>
    </div>
  )
}

function Value({ field, idLength }: { field: DetailField; idLength: number }) {
  const text = fieldText(field)
  if (text === null) return <span className={styles.empty}>{field.emptyWord}</span>
  if (field.kind === 'time' && typeof field.value === 'number')
    return <RelativeTime at={field.value} canLieAhead />
  if (field.kind !== 'id') return <bdi className={styles.text}>{text}</bdi>
  const cut = middleCut(text, idLength)
  if (!cut) return <code className={styles.id}>{text}</code>
  // All of it is there: who selects the id copies the whole of it.
  return (
    <Tooltip text={<code>{text}</code>}>
      <code className={styles.id}>
        {text.slice(0, cut.head)}
        <span className={styles.middle}>{text.slice(cut.head, cut.tail)}</span>
        {text.slice(cut.tail)}
      </code>
    </Tooltip>
  )
}
