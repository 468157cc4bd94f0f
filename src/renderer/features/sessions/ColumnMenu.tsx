import { ChevronLeft, ChevronRight, Columns3 } from 'lucide-react'
import { columnIds, columns } from '../../../shared/columns/columns'
import { sessionListText } from '../../../shared/text/session-list'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { IconButton } from '../../components/IconButton'
import { Popover } from '../../components/Popover'
import { moveColumn, resetColumns, toggleColumn, useView } from '../../stores/view'
import styles from './SessionsPanel.module.css'

/** Which columns are shown, and in which order. */
export function ColumnMenu() {
  const shown = useView((view) => view.shownColumns)
  const hidden = columnIds.filter((id) => !shown.includes(id))
  return (
    <Popover
      title={sessionListText.columns}
      align="end"
      trigger={<IconButton label={sessionListText.columns} shortcut={null} icon={<Columns3 />} />}
    >
      <ul className={styles.columnList}>
        {[...shown, ...hidden].map((id) => {
          const at = shown.indexOf(id)
          const { label } = columns[id]
          return (
            <li key={id} className={styles.columnItem}>
              <Checkbox
                label={label}
                checked={at >= 0}
                disabled={at >= 0 && shown.length === 1}
                onChange={() => toggleColumn(id)}
              />
              {at < 0 ? null : (
                <span className={styles.moves}>
                  <IconButton
                    label={sessionListText.moveColumnLeft(label)}
                    shortcut={null}
                    icon={<ChevronLeft />}
                    disabledReason={at === 0 ? sessionListText.alreadyFirst : null}
                    onClick={() => moveColumn(id, -1)}
                  />
                  <IconButton
                    label={sessionListText.moveColumnRight(label)}
                    shortcut={null}
                    icon={<ChevronRight />}
                    disabledReason={at === shown.length - 1 ? sessionListText.alreadyLast : null}
                    onClick={() => moveColumn(id, 1)}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <p className={styles.columnNote}>{sessionListText.columnsHidden}</p>
      <Button onClick={resetColumns}>{sessionListText.resetColumns}</Button>
    </Popover>
  )
}
