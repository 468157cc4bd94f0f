import { ChevronDown } from 'lucide-react'
import { componentsText } from '../../shared/text/components'
import { Button } from './Button'
import { Menu, MenuCheckItem } from './Menu'
import section from './section.module.css'

/** A filter within reach of the search: one press opens it, one more chooses. What is chosen stands on the button. */
export function FilterMenu(props: {
  label: string
  options: readonly { id: string; label: string }[]
  chosen: readonly string[]
  onToggle(id: string): void
  /** The button says what is chosen; without it, only that something is. */
  showsChoice?: boolean
}) {
  const { label, options, chosen } = props
  const [only, ...others] = options.filter(({ id }) => chosen.includes(id))
  const says =
    props.showsChoice && only ? (others.length > 0 ? `${label}: ${chosen.length}` : only.label) : label
  return (
    <Menu
      align="end"
      trigger={
        <Button
          className={section.quick}
          tooltip={componentsText.filterBy(label)}
          data-active={chosen.length > 0 ? true : undefined}
        >
          <span className={section.quickWords}>{says}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuCheckItem
          key={option.id}
          checked={chosen.includes(option.id)}
          onChange={() => props.onToggle(option.id)}
        >
          {option.label}
        </MenuCheckItem>
      ))}
    </Menu>
  )
}
