import type { BackupItem, WindowParts } from '../../../shared/backup'
import { settingsText } from '../../../shared/text/settings'
import { terminalSettingsText } from '../../../shared/text/terminal-settings'
import { isRecord } from '../../lib/checks'
import { keptPartOf, keptViewOf } from '../../stores/kept-view'
import { takeView, useView } from '../../stores/view'
import { preferencesOf, setPreferences, useTerminalPreferences } from '../terminal/terminal-preferences'

/** A part of what the window itself remembers: what it is now, what a backup or nothing makes of it, and how it is taken. */
type Part = { readonly name: string; now(): unknown; of(kept: unknown): unknown; take(kept: unknown): void }

const record = (kept: unknown) => (isRecord(kept) ? kept : {})

const parts: Readonly<Record<keyof WindowParts, Part>> = {
  view: {
    get name() {
      return settingsText.viewPart
    },
    now: () => keptPartOf(useView.getState()),
    of: (kept) => keptViewOf(record(kept)),
    take: (kept) => takeView(keptViewOf(record(kept))),
  },
  terminal: {
    get name() {
      return terminalSettingsText.title
    },
    now: () => useTerminalPreferences.getState(),
    of: (kept) => preferencesOf(record(kept)),
    take: (kept) => setPreferences(preferencesOf(record(kept))),
  },
}
const names = ['view', 'terminal'] as const

/** What the window remembers itself, for a backup. */
export const windowParts = (): WindowParts => ({ view: parts.view.now(), terminal: parts.terminal.now() })

/** An item of a backup that is the window's own. `part`: which. */
export type WindowItem = BackupItem & { part: keyof WindowParts }

/** What an import would do with the window's own parts. */
export const windowItems = (window: WindowParts): WindowItem[] =>
  names.map((part) => {
    const { name, now, of } = parts[part]
    const given = of(window[part])
    const effect = isSame(now(), given) ? 'same' : isSame(now(), of(null)) ? 'add' : 'replace'
    return { id: `window:${part}`, part, group: 'settings', name, detail: '', effect, why: '' }
  })

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Takes a part of a backup. */
export const takeWindowPart = (part: keyof WindowParts, window: WindowParts): void =>
  parts[part].take(window[part])

/** The window's own parts as on the first day. */
export const resetWindowParts = (): void => {
  for (const name of names) parts[name].take(null)
}
