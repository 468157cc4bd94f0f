import { Filter } from 'lucide-react'
import { type ColumnId, columns } from '../../../shared/columns/columns'
import { componentsText } from '../../../shared/text/components'
import { sessionListText } from '../../../shared/text/session-list'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { IconButton } from '../../components/IconButton'
import { Popover } from '../../components/Popover'
import { TextField } from '../../components/TextField'
import { usePresenter } from '../../stores/presentation'
import { setFilter, toggleChoice, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'
import styles from './SessionTable.module.css'

/** The button in a column's header, and what it opens. */
export function ColumnFilter({ column }: { column: ColumnId }) {
  const filter = useView((view) => view.filters[column])
  const { label, filterKind } = columns[column]
  const presenter = usePresenter()
  const clear = () => setFilter(column, { kind: 'text', text: '' })
  return (
    <Popover
      title={componentsText.filterBy(label)}
      trigger={
        <IconButton
          label={filter ? sessionListText.changeFilter(label) : sessionListText.filterColumn(label)}
          shortcut={null}
          icon={<Filter fill={filter ? 'currentColor' : 'none'} />}
          className={styles.filterButton}
          data-active={filter ? true : undefined}
        />
      }
    >
      <div className={styles.filterBody}>
        {filterKind === 'text' ? (
          <TextField
            label={sessionListText.contains}
            hideLabel
            placeholder={sessionListText.containsHint}
            type={presenter.on ? 'password' : 'text'}
            value={filter?.kind === 'text' ? filter.text : ''}
            onChange={(text) => setFilter(column, { kind: 'text', text })}
          />
        ) : (
          <Choices column={column} chosen={filter?.kind === 'choice' ? filter.chosen : []} />
        )}
        {filter ? <Button onClick={clear}>{sessionListText.clearFilter}</Button> : null}
      </div>
    </Popover>
  )
}

function Choices({ column, chosen }: { column: ColumnId; chosen: readonly string[] }) {
  const accounts = useAccounts()
  return columns[column]
    .choices(accounts)
    .map(({ id, label }) => (
      <Checkbox
        key={id}
        label={label}
        checked={chosen.includes(id)}
        onChange={() => toggleChoice(column, id)}
      />
    ))
}
