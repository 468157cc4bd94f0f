import { ChevronDown } from 'lucide-react'
import { Button } from '../../components/Button'
import { Menu, MenuCheckItem } from '../../components/Menu'
import { type FilterId, filterLabel } from '../../lib/columns'
import { choicesOf } from '../../lib/filter-words'
import { toggleChoice, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'
import styles from './SessionsPanel.module.css'

/** A filter within reach of the search: one press opens it, one more chooses. */
export function QuickFilter({ id }: { id: FilterId }) {
  const filter = useView((view) => view.filters[id])
  const accounts = useAccounts()
  const chosen = filter?.kind === 'choice' ? filter.chosen : []
  const label = filterLabel(id)
  return (
    <Menu
      align="end"
      trigger={
        <Button
          className={styles.quick}
          tooltip={`Filter by ${label.toLowerCase()}`}
          data-active={filter ? true : undefined}
        >
          {label}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {choicesOf(id, accounts).map((choice) => (
        <MenuCheckItem
          key={choice.id}
          checked={chosen.includes(choice.id)}
          onChange={() => toggleChoice(id, choice.id)}
        >
          {choice.label}
        </MenuCheckItem>
      ))}
    </Menu>
  )
}
