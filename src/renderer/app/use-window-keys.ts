import { useEffect } from 'react'
import { request } from '../bridge'
import { showViewAt } from '../features/views/saved-views'
import { isDialogOpen } from '../lib/open-dialog'
import { isPressed, pressedKeysOf, pressedOf } from '../lib/shortcuts'
import { isForField } from '../lib/typing'
import { openDialog, openFinder, openPalette } from '../stores/dialogs'
import { isMini } from '../stores/mini'
import { togglePresentation } from '../stores/presentation'
import { enterSection } from '../stores/section'
import { closeDetails, useSelection } from '../stores/selection'
import { toggleNavigation } from '../stores/view'
import { visits } from '../stores/visits'
import { useWorkspaceStore } from '../stores/workspace'
import { Regions } from './regions'
import { sections } from './sections'

const zoomShortcuts = ['zoomIn', 'zoomOut', 'zoomReset'] as const
const windowShortcuts = [
  'find',
  'palette',
  'navigation',
  'settings',
  'addAccount',
  // Before the other: F6 itself says nothing of Shift.
  'previousRegion',
  'nextRegion',
  'help',
  ...zoomShortcuts,
] as const

const zoom = (step: -1 | 0 | 1) => () => void request('window.zoom', { step })

const regions = new Regions()

const runs: Readonly<Record<(typeof windowShortcuts)[number], () => void>> = {
  find: openFinder,
  palette: openPalette,
  navigation: toggleNavigation,
  settings: () => openDialog({ kind: 'settings' }),
  addAccount: () => {
    if (useWorkspaceStore.getState().workspace?.kind === 'own')
      openDialog({ kind: 'account', accountId: null })
  },
  previousRegion: () => regions.move(-1),
  nextRegion: () => regions.move(1),
  help: () => openDialog({ kind: 'shortcuts' }),
  zoomIn: zoom(1),
  zoomOut: zoom(-1),
  zoomReset: zoom(0),
}

/** To a shell, Ctrl and a digit is a control character, another one for each digit, and F1 and F6 are keys of its programs. */
const inTerminal = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('.xterm') !== null

/** The side buttons of a mouse, as an event numbers them. */
const sideButtons: Readonly<Record<number, -1 | 1>> = { 3: -1, 4: 1 }

/** In a field of a Mac, Alt and an arrow go a word on. */
const movesCaret = ({ altKey, target }: KeyboardEvent): boolean =>
  altKey && isForField(target) && useWorkspaceStore.getState().workspace?.platform === 'darwin'

/** Goes back or forward. In a terminal these keys are the shell's. */
function visit(event: KeyboardEvent): void {
  const pressed = pressedOf(['back', 'forward'], event)
  if (!pressed || event.defaultPrevented || isDialogOpen() || inTerminal(event) || movesCaret(event)) return
  event.preventDefault()
  visits.go(pressed === 'back' ? -1 : 1)
}

function visitBySideButton(event: MouseEvent): void {
  const step = sideButtons[event.button]
  if (step === undefined) return
  event.preventDefault()
  if (!isDialogOpen()) visits.go(step)
}

/** Esc that nothing nearer wanted closes the details beside a section. A menu or dialog over it keeps its own. */
function leaveDetails(event: KeyboardEvent): void {
  if (!isPressed('close', event) || event.defaultPrevented || useSelection.getState().open === null) return
  if (!(event.target instanceof Element) || event.target.closest('[data-section]') === null) return
  event.preventDefault()
  closeDetails()
}

/**
 * The keys that work wherever the focus is, unless a terminal that has it takes them; while a dialog asks something only
 * the size can be changed. But presentation mode works over a dialog too, and before a terminal takes the key: what it
 * hides is on screen now.
 */
export function useWindowKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isMini()) return
      const isAsked = isDialogOpen()
      const isFree = !isAsked && !inTerminal(event)
      const section = isFree ? sections.find(({ shortcut }) => isPressed(shortcut, event)) : undefined
      const view = isFree ? pressedKeysOf('savedView', event) : -1
      if (view >= 0 && showViewAt(view)) event.preventDefault()
      const pressed = pressedOf(isAsked ? zoomShortcuts : windowShortcuts, event)
      // A letter that a field takes, and what a terminal has sent: while a screen reader reads along, it stops no such key.
      if (event.key === '?' && isForField(event.target)) return
      if (inTerminal(event) && !event.ctrlKey && !event.metaKey) return
      if (!section && !pressed) return
      event.preventDefault()
      if (section) enterSection(section.id)
      else if (pressed) runs[pressed]()
    }
    const present = (event: KeyboardEvent) => {
      if (!isPressed('presentation', event)) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) void togglePresentation()
    }
    globalThis.addEventListener('keydown', onKeyDown)
    globalThis.addEventListener('keydown', leaveDetails)
    globalThis.addEventListener('keydown', visit)
    globalThis.addEventListener('mouseup', visitBySideButton)
    globalThis.addEventListener('keydown', present, true)
    return () => {
      globalThis.removeEventListener('keydown', onKeyDown)
      globalThis.removeEventListener('keydown', leaveDetails)
      globalThis.removeEventListener('keydown', visit)
      globalThis.removeEventListener('mouseup', visitBySideButton)
      globalThis.removeEventListener('keydown', present, true)
    }
  }, [])
}
