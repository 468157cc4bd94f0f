import { Copy, Download, Pencil, X, XCircle } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
import { ContextMenu, MenuItem, MenuSeparator } from '../../../components/Menu'
import { StateDot } from '../../../components/StateDot'
import { useNow } from '../../../lib/now'
import { usePresenter } from '../../../stores/presentation'
import { duplicateTab } from '../connections'
import { type PaneStanding, paneStanding, retryText, tabStanding } from '../pane/pane-words'
import { panesOf } from '../pane/split-tree'
import { shortcutOf } from '../terminal-keys'
import { setPanel } from '../terminal-panel'
import { useTerminals } from '../terminals'
import { saveOutput } from '../view/save-output'
import { closeOtherTabs, closeTab } from './closing'
import type { Tab } from './saved-tabs'
import { activeTabId } from './strip-ids'
import styles from './tabs.module.css'
import { type Pane, renameTab, showTab, useTerminalTabs } from './terminal-tabs'

type TabItemProps = {
  tab: Tab
  active: boolean
  renaming: boolean
  /** It is in a list of tabs. */
  isTab: boolean
  onRename(on: boolean): void
  onDragStart(): void
  onDragOver(): void
  onDragEnd(): void
}

const middleButton = 1

/** One tab: its state, its name, what its program calls itself, and whether something came unseen. */
export function TabItem(props: TabItemProps) {
  const { tab, active, renaming, onRename } = props
  const pane = useTerminalTabs((state) => state.panes.get(tab.focused))
  const panes = usePanes(tab)
  const standing = useStanding(panes)
  const activity = activityOf(panes)
  const name = tab.name ?? pane?.label ?? ''
  const presenter = usePresenter()
  const shown = presenter.name(pane?.target.kind === 'machine' ? 'Machine' : 'Host', name)
  // A program's own title is mostly user@host.
  const title = presenter.on ? '' : (pane?.title ?? '')
  const onMiddle = (event: MouseEvent) => {
    if (event.button === middleButton) closeTab(tab.id)
  }
  if (renaming) return <NameField name={name} tabId={tab.id} onDone={() => onRename(false)} />
  return (
    <ContextMenu
      label={terminalText.tab(shown)}
      items={
        <TabMenu tabId={tab.id} onSave={() => void saveOutput(tab.focused)} onRename={() => onRename(true)} />
      }
    >
      <div
        className={styles.tab}
        data-active={active || undefined}
        data-asks={standing?.kind === 'asks' || undefined}
      >
        <button
          type="button"
          {...(props.isTab ? { role: 'tab', 'aria-selected': active } : null)}
          id={active ? activeTabId : undefined}
          tabIndex={active ? 0 : -1}
          className={styles.tabButton}
          draggable
          onAuxClick={onMiddle}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            // Firefox and Chromium start no drag that carries nothing.
            event.dataTransfer.setData('text/plain', shown)
            props.onDragStart()
          }}
          onDragOver={(event) => {
            event.preventDefault()
            props.onDragOver()
          }}
          onDrop={(event) => event.preventDefault()}
          onDragEnd={props.onDragEnd}
          title={title ? `${shown}: ${title}` : shown}
          onClick={() => {
            showTab(tab.id)
            setPanel({ open: true })
          }}
          onDoubleClick={() => onRename(true)}
        >
          {standing ? <StateDot shape={standing.shape} tone={standing.tone} word={standing.word} /> : null}
          <bdi className={styles.name}>{shown}</bdi>
          {standing ? <StandingWord standing={standing} /> : null}
          {title && title !== name ? <bdi className={styles.title}>{title}</bdi> : null}
          {panes.length > 1 ? <span className={styles.count}>{terminalText.panes(panes.length)}</span> : null}
          {activity === 'none' ? null : (
            <span
              className={styles.activity}
              role="img"
              data-kind={activity}
              aria-label={activity === 'bell' ? terminalText.rang : terminalText.newOutput}
            />
          )}
        </button>
        {/* For the pointer: a list of tabs holds tabs only. Keys have Delete, and everybody the menu. */}
        <button
          type="button"
          className={styles.tabClose}
          aria-hidden
          title={terminalText.closeTab(shown)}
          tabIndex={-1}
          onClick={() => closeTab(tab.id)}
        >
          <X aria-hidden />
        </button>
      </div>
    </ContextMenu>
  )
}

/** The state's word, or when it is tried again; nothing while all is well. */
function StandingWord({ standing }: { standing: PaneStanding }) {
  const retry = useNow((now) => retryText(standing.retryAt, now))
  if (standing.tone === 'good') return null
  return (
    <span className={styles.stateWord} data-tone={standing.tone} aria-hidden>
      {retry ?? standing.word}
    </span>
  )
}

function usePanes(tab: Tab): readonly Pane[] {
  return useTerminalTabs(useShallow(({ panes }) => panesOf(tab.tree).flatMap((id) => panes.get(id) ?? [])))
}

function useStanding(panes: readonly Pane[]): PaneStanding | null {
  const terminals = useTerminals(
    useShallow(({ byId }) => panes.map(({ terminalId }) => byId.get(terminalId ?? ''))),
  )
  return tabStanding(panes.map((pane, index) => paneStanding(pane, terminals[index])))
}

function activityOf(panes: readonly Pane[]): Pane['activity'] {
  const kinds = panes.map(({ activity }) => activity)
  if (kinds.includes('bell')) return 'bell'
  return kinds.includes('output') ? 'output' : 'none'
}

function NameField(props: { name: string; tabId: string; onDone(): void }) {
  const isGivenUp = useRef(false)
  const isByKey = useRef(false)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    isGivenUp.current = event.key === 'Escape'
    isByKey.current = true
    event.currentTarget.blur()
  }
  return (
    <input
      ref={(field) => field?.select()}
      className={styles.rename}
      type={usePresenter().on ? 'password' : 'text'}
      aria-label={terminalText.tabName}
      maxLength={60}
      defaultValue={props.name}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!isGivenUp.current && event.currentTarget.value !== props.name)
          renameTab(props.tabId, event.currentTarget.value)
        props.onDone()
        // The tab is drawn in place of the field, and takes the keyboard back.
        if (isByKey.current) requestAnimationFrame(() => document.getElementById(activeTabId)?.focus())
      }}
    />
  )
}

function TabMenu({ tabId, onSave, onRename }: { tabId: string; onSave(): void; onRename(): void }) {
  const alone = useTerminalTabs((state) => state.tabs.length === 1)
  return (
    <>
      <MenuItem icon={<Pencil />} shortcut={{ keys: 'F2' }} onSelect={onRename}>
        {terminalText.rename}
      </MenuItem>
      <MenuItem icon={<Copy />} onSelect={() => duplicateTab(tabId)}>
        {terminalText.duplicate}
      </MenuItem>
      <MenuItem icon={<Download />} shortcut={{ keys: shortcutOf('save-output') }} onSelect={onSave}>
        {terminalText.saveOutput}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<X />} shortcut={{ keys: shortcutOf('close-pane') }} onSelect={() => closeTab(tabId)}>
        {commonText.close}
      </MenuItem>
      <MenuItem icon={<XCircle />} disabled={alone} onSelect={() => closeOtherTabs(tabId)}>
        {terminalText.closeOthers}
      </MenuItem>
    </>
  )
}
