import { Ellipsis, LayoutList, Pencil, Plus, RefreshCw, Trash2 } from 'lucide-react'
import type { SavedView } from '../../../shared/list/saved-view'
import { viewBounds } from '../../../shared/list/view-bounds'
import { savedViewsText } from '../../../shared/text/saved-views'
import { classNames } from '../../components/class-names'
import { IconButton } from '../../components/IconButton'
import { shortcutText } from '../../components/Kbd'
import { ContextMenu, Menu, MenuItem } from '../../components/Menu'
import entry from '../../components/nav-entry.module.css'
import { shortcuts } from '../../lib/shortcuts'
import { openDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useSection } from '../../stores/section'
import { useView } from '../../stores/view'
import { useSettings } from '../../stores/workspace'
import { deleteView, isShown, showView, updateView } from './saved-views'
import styles from './views.module.css'

/** The saved views in the navigation; a press shows the list as it was. */
export function SavedViews() {
  const { savedViews } = useSettings()
  return (
    <section className={styles.section} aria-labelledby="views-heading">
      <div className={entry.heading}>
        <h2 id="views-heading">{savedViewsText.title}</h2>
        <IconButton
          label={savedViewsText.save}
          tooltip={savedViewsText.saveTooltip}
          shortcut={null}
          icon={<Plus />}
          disabledReason={savedViews.length >= viewBounds.most ? savedViewsText.full(viewBounds.most) : null}
          onClick={() => openDialog({ kind: 'view', viewId: null })}
        />
      </div>
      {savedViews.length === 0 ? null : (
        <ul className={styles.views} aria-labelledby="views-heading">
          {savedViews.map((view, index) => (
            <ViewItem key={view.id} view={view} keys={shortcuts.savedView.keys[index]} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ViewItem({ view, keys }: { view: SavedView; keys: string | undefined }) {
  const name = usePresenter().text(view.name)
  const isHere = useView((now) => isShown(view, now))
  const isInList = useSection(({ section }) => section === 'sessions')
  const items = <ViewMenu view={view} isHere={isHere} />
  return (
    <li className={entry.line} data-here={(isHere && isInList) || undefined}>
      <ContextMenu label={name} items={items}>
        <button
          type="button"
          className={classNames(entry.place, entry.withIcon)}
          aria-current={isHere && isInList ? 'true' : undefined}
          title={keys === undefined ? name : `${name} (${shortcutText(keys)})`}
          onClick={() => showView(view)}
        >
          <LayoutList aria-hidden />
          <bdi className={entry.label}>{name}</bdi>
        </button>
      </ContextMenu>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={savedViewsText.more(name)}
            shortcut={null}
            icon={<Ellipsis />}
            className={entry.edit}
          />
        }
      >
        {items}
      </Menu>
    </li>
  )
}

function ViewMenu({ view, isHere }: { view: SavedView; isHere: boolean }) {
  return (
    <>
      <MenuItem icon={<RefreshCw />} disabled={isHere} onSelect={() => void updateView(view.id)}>
        {savedViewsText.update}
      </MenuItem>
      <MenuItem icon={<Pencil />} onSelect={() => openDialog({ kind: 'view', viewId: view.id })}>
        {savedViewsText.rename}
      </MenuItem>
      <MenuItem icon={<Trash2 />} danger onSelect={() => void deleteView(view)}>
        {savedViewsText.delete}
      </MenuItem>
    </>
  )
}
