import {
  ChevronDown,
  ChevronUp,
  Maximize2,
  Minimize2,
  PanelTopClose,
  PanelTopOpen,
  Settings2,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useState, type WheelEvent } from 'react'
import { terminalText } from '../../../../shared/text/terminal'
import { IconButton } from '../../../components/IconButton'
import { openTerminalDialog } from '../terminal-dialogs'
import { shortcutOf } from '../terminal-keys'
import { toggleExtent, togglePanel, useTerminalPanel } from '../terminal-panel'
import { focusTerminal } from '../view/run-command'
import { closeTab } from './closing'
import { NewTabMenu } from './NewTabMenu'
import { activeTabId } from './strip-ids'
import { TabItem } from './TabItem'
import styles from './tabs.module.css'
import { moveTab, stepTab, useTerminalTabs } from './terminal-tabs'

/** A wheel has one direction, and so have the tabs. */
const scrollAlong = ({ currentTarget, deltaX, deltaY }: WheelEvent): void => {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY
}

/** The tabs, what opens another one, and how much room the panel takes. */
export function TabStrip() {
  const tabs = useTerminalTabs((state) => state.tabs)
  const active = useTerminalTabs((state) => state.active)
  const { open, extent } = useTerminalPanel()
  const [renaming, setRenaming] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  useEffect(() => {
    if (active !== null)
      document.getElementById(activeTabId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === null || renaming !== null) return
    const keys: Record<string, () => void> = {
      ArrowLeft: () => stepTab(-1),
      ArrowRight: () => stepTab(1),
      F2: () => setRenaming(active),
      Delete: () => closeTab(active),
      Enter: focusTerminal,
    }
    const run = keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
    // The next tab is the active one once it is drawn.
    if (event.key.startsWith('Arrow'))
      requestAnimationFrame(() => document.getElementById(activeTabId)?.focus())
  }
  // A list of tabs holds no field: while one is named they are buttons.
  const list = { role: renaming === null ? 'tablist' : 'group', 'aria-label': terminalText.title, onKeyDown }
  return (
    <div className={styles.strip}>
      <div {...list} className={styles.tabs} onWheel={scrollAlong}>
        {tabs.map((tab, index) => (
          <TabItem
            key={tab.id}
            tab={tab}
            active={tab.id === active}
            renaming={tab.id === renaming}
            isTab={renaming === null}
            onRename={(on) => setRenaming(on ? tab.id : null)}
            onDragStart={() => setDragged(tab.id)}
            onDragOver={() => {
              if (dragged !== null && dragged !== tab.id) moveTab(dragged, index)
            }}
            onDragEnd={() => setDragged(null)}
          />
        ))}
      </div>
      <NewTabMenu />
      <span className={styles.stripEnd}>
        <IconButton
          label={terminalText.settings}
          shortcut={null}
          icon={<Settings2 />}
          onClick={() => openTerminalDialog({ kind: 'preferences' })}
        />
        <IconButton
          label={extent === 'list' ? terminalText.showList : terminalText.overList}
          shortcut={{ keys: shortcutOf('maximise') }}
          icon={extent === 'list' ? <PanelTopOpen /> : <PanelTopClose />}
          pressed={extent === 'list'}
          onClick={() => toggleExtent('list')}
        />
        <IconButton
          label={extent === 'window' ? terminalText.showWindow : terminalText.overWindow}
          shortcut={null}
          icon={extent === 'window' ? <Minimize2 /> : <Maximize2 />}
          pressed={extent === 'window'}
          onClick={() => toggleExtent('window')}
        />
        <IconButton
          label={open ? terminalText.fold : terminalText.unfold}
          shortcut={{ keys: shortcutOf('toggle-panel') }}
          icon={open ? <ChevronDown /> : <ChevronUp />}
          onClick={togglePanel}
        />
      </span>
    </div>
  )
}
