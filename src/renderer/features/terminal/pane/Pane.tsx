import {
  Clipboard,
  Columns2,
  Copy,
  Download,
  Eraser,
  RotateCcw,
  Rows2,
  Search,
  TextSelect,
  X,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
import { ContextMenu, MenuItem, MenuSeparator } from '../../../components/Menu'
import { typing } from '../../../lib/typing'
import { usePresenter } from '../../../stores/presentation'
import { closePane } from '../tabs/closing'
import { splitAt, usePane } from '../tabs/terminal-tabs'
import { shortcutOf } from '../terminal-keys'
import { useIsAsked, useTerminal, useTerminals } from '../terminals'
import { copySelection, pasteClipboard } from '../view/run-command'
import { saveOutput } from '../view/save-output'
import { openSearch, useSearchState } from '../view/search-state'
import { connect, viewOf } from '../view/views'
import { enterPane } from './enter-pane'
import { PaneQuestion } from './PaneQuestion'
import { PaneStatus } from './PaneStatus'
import { paneStanding } from './pane-words'
import styles from './panes.module.css'
import { SearchLine } from './SearchLine'

/** One terminal on screen: its picture, its search line, and what happened to its connection. */
export function Pane({ paneId, focused, alone }: { paneId: string; focused: boolean; alone: boolean }) {
  const pane = usePane(paneId)
  const terminal = useTerminal(pane?.terminalId ?? null)
  const isAsked = useIsAsked(pane?.terminalId ?? null)
  const searching = useSearchState((state) => state.open.get(paneId))
  const presenter = usePresenter()
  const place = usePicture(paneId)
  useConnection(paneId)
  useFocus(paneId, focused)
  if (!pane) return null
  const standing = paneStanding(pane, terminal)
  const reconnect = () => {
    connect(paneId)
    // The button goes, and would take the keyboard with it.
    enterPane(paneId)
  }
  const name = presenter.name(pane.target.kind === 'machine' ? 'Machine' : 'Host', pane.label)
  return (
    <section
      className={styles.pane}
      aria-label={terminalText.pane(name, standing.word, shortcutOf('leave'))}
      data-focused={(focused && !alone) || undefined}
    >
      {searching === undefined ? null : <SearchLine paneId={paneId} asked={searching} />}
      <ContextMenu label={terminalText.paneTitle(name)} items={<PaneMenu paneId={paneId} />}>
        <div ref={place} className={styles.picture} />
      </ContextMenu>
      {isAsked ? (
        <PaneQuestion paneId={paneId} terminalId={pane.terminalId} />
      ) : (
        <PaneStatus standing={standing} onConnect={reconnect} onClose={() => closePane(paneId)} />
      )}
    </section>
  )
}

/** Keeps the pane's picture in the document while the pane is on screen. */
function usePicture(paneId: string) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const host = place.current
    if (!host) return
    const view = viewOf(paneId)
    void view.show(host)
    return () => view.hide(host)
  }, [paneId])
  return place
}

/** Gives the keyboard to the pane that has the focus in its tab, as soon as it is on screen. */
function useFocus(paneId: string, focused: boolean): void {
  useEffect(() => {
    if (!focused) return
    let gone = false
    void viewOf(paneId)
      .measured()
      .then(() => {
        if (!gone && typing.leftMs === 0) enterPane(paneId)
      })
    return () => {
      gone = true
    }
  }, [paneId, focused])
}

/** Connects a pane that is looked at for the first time, and joins its picture to its terminal. */
function useConnection(paneId: string): void {
  const pane = usePane(paneId)
  const loaded = useTerminals((state) => state.loaded)
  const isLive = useTerminal(pane?.terminalId ?? null)?.state.kind === 'live'
  const terminalId = pane?.terminalId ?? null
  const untried = pane !== undefined && terminalId === null && !pane.opening && pane.problem === null
  useEffect(() => {
    if (!loaded || !untried) return
    let gone = false
    // The remote side is told its size at once: it must be measured before.
    void viewOf(paneId)
      .measured()
      .then(() => {
        if (!gone) connect(paneId)
      })
    return () => {
      gone = true
    }
  }, [paneId, loaded, untried])
  useEffect(() => {
    if (loaded && terminalId !== null) void viewOf(paneId).stream.attach(terminalId)
  }, [paneId, loaded, terminalId])
  useEffect(() => {
    if (isLive) viewOf(paneId).stream.tellSizeAgain()
  }, [paneId, isLive])
}

function PaneMenu({ paneId }: { paneId: string }) {
  // As it was when the menu was opened: the menu takes the focus, not the selection.
  const [hasSelection] = useState(() => viewOf(paneId).selection !== '')
  const view = viewOf(paneId)
  return (
    <>
      <MenuItem
        icon={<Copy />}
        shortcut={{ keys: shortcutOf('copy') }}
        disabled={!hasSelection}
        onSelect={() => copySelection(paneId)}
      >
        {commonText.copy}
      </MenuItem>
      <MenuItem
        icon={<Clipboard />}
        shortcut={{ keys: shortcutOf('paste') }}
        onSelect={() => void pasteClipboard(paneId)}
      >
        {terminalText.paste}
      </MenuItem>
      <MenuItem
        icon={<TextSelect />}
        shortcut={{ keys: shortcutOf('select-all') }}
        onSelect={() => view.selectAll()}
      >
        {terminalText.selectAll}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Search />} shortcut={{ keys: shortcutOf('find') }} onSelect={() => openSearch(paneId)}>
        {terminalText.openFind}
      </MenuItem>
      <MenuItem icon={<Eraser />} shortcut={{ keys: shortcutOf('clear') }} onSelect={() => view.clear()}>
        {terminalText.clear}
      </MenuItem>
      <MenuItem
        icon={<RotateCcw />}
        shortcut={{ keys: shortcutOf('reset') }}
        onSelect={() => view.stream.reset()}
      >
        {terminalText.reset}
      </MenuItem>
      <MenuItem
        icon={<Download />}
        shortcut={{ keys: shortcutOf('save-output') }}
        onSelect={() => void saveOutput(paneId)}
      >
        {terminalText.saveOutput}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Columns2 />}
        shortcut={{ keys: shortcutOf('split-right') }}
        onSelect={() => splitAt(paneId, 'row')}
      >
        {terminalText.splitRight}
      </MenuItem>
      <MenuItem
        icon={<Rows2 />}
        shortcut={{ keys: shortcutOf('split-down') }}
        onSelect={() => splitAt(paneId, 'column')}
      >
        {terminalText.splitDown}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<X />} shortcut={{ keys: shortcutOf('close-pane') }} onSelect={() => closePane(paneId)}>
        {commonText.close}
      </MenuItem>
    </>
  )
}
