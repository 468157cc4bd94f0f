import { IconButton } from '../../components/IconButton'
import { Tooltip } from '../../components/Tooltip'
import { showSection, useSection } from '../../stores/section'
import { sections } from '../frame/sections'
import styles from './navigation.module.css'

/** The way to each part of the app. */
export function SectionsList() {
  const current = useSection((state) => state.section)
  return (
    <ul className={styles.sections} aria-label="Sections">
      {sections.map(({ id, label, shortcut, icon: Icon }) => (
        <li key={id}>
          <Tooltip text={label} shortcut={shortcut}>
            <button
              type="button"
              className={styles.section}
              aria-current={id === current ? 'page' : undefined}
              onClick={() => showSection(id)}
            >
              <Icon aria-hidden="true" />
              {label}
            </button>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}

/** The same as icons, while the navigation is folded. */
export function FoldedSections() {
  const current = useSection((state) => state.section)
  return sections.map(({ id, label, shortcut, icon: Icon }) => (
    <IconButton
      key={id}
      label={label}
      shortcut={shortcut}
      icon={<Icon />}
      pressed={id === current}
      onClick={() => showSection(id)}
    />
  ))
}
