import { FileInput, Plus, SquareTerminal } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { namesOfThose } from '../../../shared/providers/catalog'
import { sshHostsText } from '../../../shared/text/ssh-hosts'
import { terminalText } from '../../../shared/text/terminal'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { usePresenter } from '../../stores/presentation'
import { openHost } from './connections'
import { useHosts } from './hosts/hosts'
import { SplitView } from './pane/SplitView'
import { TabStrip } from './tabs/TabStrip'
import { useTerminalTabs } from './tabs/terminal-tabs'
import styles from './terminal.module.css'
import { openTerminalDialog } from './terminal-dialogs'
import { panelHeights, setPanel, useTerminalPanel } from './terminal-panel'
import { panelMark, useTerminalKeys } from './use-terminal-keys'
import { useCurrentTheme } from './view/appearance'

/** The terminals below the list. Folded, only the strip is left; without a tab, nothing. */
export function TerminalPanel() {
  useTerminalKeys()
  useDocumentMark()
  const { background, foreground } = useCurrentTheme()
  const { open, height, extent } = useTerminalPanel()
  const tab = useTerminalTabs((state) => state.tabs.find((each) => each.id === state.active))
  if (!open && !tab) return null
  const colours = { '--screen': background, '--ink': foreground } as CSSProperties
  return (
    <section
      {...panelMark}
      aria-label={terminalText.title}
      className={styles.panel}
      data-extent={open ? extent : 'folded'}
      style={{ ...colours, height: open && extent === 'docked' ? height : undefined }}
    >
      {open && extent === 'docked' ? <TopBorder height={height} /> : null}
      <TabStrip />
      {open ? (
        <div
          className={styles.body}
          role="tabpanel"
          aria-label={terminalText.terminal}
          data-empty={tab ? undefined : true}
        >
          {tab ? <SplitView key={tab.id} tab={tab} /> : <NoTab />}
        </div>
      ) : null}
    </section>
  )
}

/** Lets the rest of the window make room: its styles cannot see this panel's state. */
function useDocumentMark(): void {
  const covers = useTerminalPanel(({ open, extent }) => (open ? extent : 'folded'))
  useEffect(() => {
    document.documentElement.dataset.terminalsExtent = covers
    return () => {
      delete document.documentElement.dataset.terminalsExtent
    }
  }, [covers])
}

function NoTab() {
  const hosts = useHosts((state) => state.hosts)
  const presenter = usePresenter()
  return (
    <EmptyState
      icon={<SquareTerminal />}
      title={terminalText.noneOpenTitle}
      actions={
        <>
          {hosts.slice(0, 6).map((host) => (
            <Button key={host.id} onClick={() => openHost(host)}>
              {presenter.name('Host', host.label)}
            </Button>
          ))}
          <Button icon={<Plus />} onClick={() => openTerminalDialog({ kind: 'host', hostId: null })}>
            {sshHostsText.add}
          </Button>
          <Button icon={<FileInput />} onClick={() => openTerminalDialog({ kind: 'import' })}>
            {sshHostsText.importSome}
          </Button>
        </>
      }
    >
      {terminalText.noneOpen(namesOfThose(({ machines }) => machines !== null, 'or'))}
    </EmptyState>
  )
}

/** One press of an arrow, CSS px. */
const stepPx = 16

/** The panel's upper border: drag it, or focus it and use the arrows. A double click resets it. */
function TopBorder({ height }: { height: number }) {
  const drag = useRef<{ startY: number; startHeight: number } | null>(null)
  const resize = (wanted: number) => {
    // The list keeps its header and a few rows.
    const most = Math.max(panelHeights.min, globalThis.innerHeight - 220)
    setPanel({ height: Math.round(Math.min(most, Math.max(panelHeights.min, wanted))) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const heights: Record<string, number> = { ArrowUp: height + stepPx, ArrowDown: height - stepPx }
    const wanted = heights[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    resize(wanted)
  }
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startY: event.clientY, startHeight: height }
  }
  const letGo = () => {
    drag.current = null
  }
  return (
    <hr
      tabIndex={0}
      aria-label={terminalText.panelHeight}
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={panelHeights.min}
      className={styles.topBorder}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (drag.current) resize(drag.current.startHeight + drag.current.startY - event.clientY)
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => resize(panelHeights.default)}
      onKeyDown={onKeyDown}
    />
  )
}
