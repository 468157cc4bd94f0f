import type { LucideIcon } from 'lucide-react'
import type { RosterRow } from '../../../shared/session'
import { paletteDialogText } from '../../../shared/text/palette-dialog'
import type { ShortcutHint } from '../../lib/shortcuts'
import { type Matchable, matchable, matchOf, type Part, queryWords } from './match'

/** Something that the palette leads to or does. */
export type PaletteEntry = {
  /** Names it among all as long as the window lives. */
  id: string
  /** The heading under which it stands. */
  group: string
  label: string
  /** What more there is to say of it, at the end of its row. */
  detail?: string
  /** What else it is found by. */
  also?: string
  icon: LucideIcon
  shortcut?: ShortcutHint
  /** The session that it leads to: once it was chosen, nothing else tells what to draw. */
  session?: RosterRow
  /** Not among what was chosen last. */
  isForgotten?: boolean
  run(): void
}

/** An entry as it is drawn, and which parts of its label the query names. */
export type PaletteRow = { entry: PaletteEntry; parts: readonly Part[] }

export type PaletteGroup = { heading: string; rows: readonly PaletteRow[] }

/** An entry made ready to be matched at every key. */
export type PreparedEntry = { entry: PaletteEntry; label: Matchable; all: Matchable }

/** Rows drawn of what the window itself has; with the sessions some 50 in all. */
export const mostEntries = 35

/** What a match counts less by that is not in the label alone: less than the step between two kinds of match. */
const hiddenMatch = 0.5

export const prepared = (entries: readonly PaletteEntry[]): readonly PreparedEntry[] =>
  entries.map((entry) => ({
    entry,
    label: matchable(entry.label),
    all: matchable(`${entry.label} ${entry.detail ?? ''} ${entry.also ?? ''}`),
  }))

/**
 * The entries that a query names by their headings: the best first, of equals what was chosen last. Without a query all,
 * after a group of what was chosen. `recent`: ids, the latest first.
 */
export function arranged(
  entries: readonly PreparedEntry[],
  query: string,
  recent: readonly string[],
): readonly PaletteGroup[] {
  const words = queryWords(query)
  if (words.length === 0) return everything(entries, recent)
  const rank = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const found = entries
    .flatMap((each) => scored(each, words) ?? [])
    .sort((a, b) => b.score - a.score || rank(a.entry.id) - rank(b.entry.id))
  return grouped(found.slice(0, mostEntries))
}

function everything(entries: readonly PreparedEntry[], recent: readonly string[]): PaletteGroup[] {
  const rows = entries.map(({ entry }) => ({ entry, parts: [] }))
  const chosen = recent.flatMap((id) => rows.find(({ entry }) => entry.id === id) ?? [])
  const others = rows.filter((row) => !chosen.includes(row))
  const groups = grouped(others.slice(0, mostEntries - chosen.length))
  return chosen.length === 0 ? groups : [{ heading: paletteDialogText.recent, rows: chosen }, ...groups]
}

function scored(
  { entry, label, all }: PreparedEntry,
  words: ReturnType<typeof queryWords>,
): (PaletteRow & { score: number }) | null {
  const shown = matchOf(label, words)
  if (shown) return { entry, ...shown }
  // Letters that are scattered over what nobody sees would look like chance.
  const hidden = matchOf(all, words, true)
  return hidden && { entry, parts: [], score: hidden.score - hiddenMatch }
}

/** Rows by their headings, both in the order in which they first come. */
function grouped(rows: readonly PaletteRow[]): PaletteGroup[] {
  const groups = new Map<string, PaletteRow[]>()
  for (const row of rows) {
    const group = groups.get(row.entry.group)
    if (group) group.push(row)
    else groups.set(row.entry.group, [row])
  }
  return Array.from(groups, ([heading, members]) => ({ heading, rows: members }))
}
