import type { MouseEvent } from 'react'
import { frameText } from '../../../shared/text/frame'
import { IconButton } from '../../components/IconButton'
import { Tooltip } from '../../components/Tooltip'
import { enterSection, type SectionId, showSection, useSection } from '../../stores/section'
import { sections } from '../sections'
import styles from './navigation.module.css'

/** A press of a key is a click without a count: who came that way goes on in the section. */
const go =
  (id: SectionId) =>
  ({ detail }: MouseEvent): void =>
    detail === 0 ? enterSection(id) : showSection(id)

/** The way to each part of the app. */
export function SectionsList() {
  const current = useSection((state) => state.section)
  return (
    <ul className={styles.sections} aria-label={frameText.sections}>
      {sections.map(({ id, label, shortcut, icon: Icon }) => (
        <li key={id}>
          <Tooltip text={label} shortcut={shortcut}>
            <button
              type="button"
              className={styles.section}
              aria-current={id === current ? 'page' : undefined}
              onClick={go(id)}
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
      onClick={go(id)}
    />
  ))
}
