import { printableLine } from '../../../../shared/printable'
import { throttled } from '../../../lib/throttled'
import { connectPane } from '../connections'
import { paneStanding } from '../pane/pane-words'
import { pasteRisk } from '../pane/paste-guard'
import { focusQuestion } from '../pane/question-focus'
import { panesOf } from '../pane/split-tree'
import { changePane, focusPane, type Pane, useTerminalTabs } from '../tabs/terminal-tabs'
import { openTerminalDialog } from '../terminal-dialogs'
import { useTerminalPanel } from '../terminal-panel'
import { useTerminalPreferences } from '../terminal-preferences'
import { isAsked, useTerminals } from '../terminals'
import { TerminalView } from './terminal-view'
import { terminalWork } from './terminal-work'

/** Time between two shown titles of a program, ms: it may set one with every line. */
const titleEveryMs = 200
/** Longest title that is shown, characters. */
const longestTitle = 80
/** How long a bell is seen, ms. */
const bellMs = 150

const views = new Map<string, TerminalView>()

/** Keeps the pictures in step with the panes, the terminals and the person; once for the whole window. */
export function connectViews(): void {
  // A pane that is gone takes its picture with it.
  useTerminalTabs.subscribe(({ panes }) => {
    for (const [id, view] of views) {
      if (panes.has(id)) continue
      view.dispose()
      views.delete(id)
    }
  })
  // Input waits for its terminal, also while another tab is shown.
  useTerminals.subscribe(() => {
    for (const view of views.values()) view.stream.readinessChanged()
  })
  for (const input of ['keydown', 'wheel'])
    globalThis.addEventListener(input, () => terminalWork.active(), { capture: true, passive: true })
}

const paneOf = (id: string): Pane | undefined => useTerminalTabs.getState().panes.get(id)

function isLookedAt(paneId: string): boolean {
  const { tabs, active } = useTerminalTabs.getState()
  const tab = tabs.find((each) => each.id === active)
  return useTerminalPanel.getState().open && tab !== undefined && panesOf(tab.tree).includes(paneId)
}

/** Where a pane stands now. */
const standingOf = (pane: Pane) => paneStanding(pane, useTerminals.getState().byId.get(pane.terminalId ?? ''))

/** Connects a pane (again), with the size that its picture has. */
export const connect = (paneId: string): void => void connectPane(paneId, viewOf(paneId).size)

/** Pastes a text into a pane, after asking where it could do more than it seems to. */
export function pasteInto(paneId: string, text: string): void {
  if (text === '') return
  const risk = pasteRisk(text)
  const asks = risk && (risk.hidden > 0 || useTerminalPreferences.getState().warnLines)
  if (asks) openTerminalDialog({ kind: 'paste', paneId, text, risk })
  else viewOf(paneId).paste(text)
}

/** The picture of a pane. It lives as long as the pane. */
export function viewOf(paneId: string): TerminalView {
  const known = views.get(paneId)
  if (known) return known
  const view = createView(paneId)
  views.set(paneId, view)
  return view
}

function createView(paneId: string): TerminalView {
  const setTitle = throttled(titleEveryMs, (title: string) =>
    changePane(paneId, { title: printableLine(title, longestTitle) }),
  )
  const view: TerminalView = new TerminalView({
    paste: (text) => pasteInto(paneId, text),
    readiness() {
      const pane = paneOf(paneId)
      if (!pane) return 'never'
      // Input during a prompt may be its answer: it must not go to a shell later.
      return isAsked(pane.terminalId) ? 'never' : standingOf(pane).readiness
    },
    enter() {
      if (focusQuestion(paneId)) return true
      const pane = paneOf(paneId)
      if (!pane || !standingOf(pane).canConnect) return false
      void connectPane(paneId, view.size)
      return true
    },
    title: setTitle,
    output() {
      if (paneOf(paneId)?.activity === 'none' && !isLookedAt(paneId))
        changePane(paneId, { activity: 'output' })
    },
    bell() {
      if (useTerminalPreferences.getState().bell === 'off') return
      if (isLookedAt(paneId)) flash(view.element)
      else changePane(paneId, { activity: 'bell' })
    },
    focus: () => focusPane(paneId),
    failed: (problem) => changePane(paneId, { problem }),
  })
  return view
}

function flash(element: HTMLElement): void {
  if (element.getAnimations().length > 0) return
  element.animate([{ opacity: 0.55 }, { opacity: 1 }], { duration: bellMs, easing: 'ease-out' })
}
