import { CircleUser, UserSearch } from 'lucide-react'
import { useMemo, useState } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import { personText } from '../../../shared/person'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { closeDialog, findPerson } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { useAccounts } from '../../stores/workspace'
import { arranged, type PaletteEntry, type PaletteGroup, type PaletteRow, prepared } from './entries'
import { looksLikeId } from './looks-like-id'
import { rememberChoice, useRecent } from './recent'
import { useNamedSessions } from './use-named-sessions'

/** What the palette is told by the window. */
export type PaletteProps = {
  /** Everything but sessions and people, in the order in which it stands before anything is typed. */
  entries: readonly PaletteEntry[]
  openSession(key: SessionKey): void
}

type Palette = {
  query: string
  setQuery(query: string): void
  groups: readonly PaletteGroup[]
  /** What Enter runs. */
  active: PaletteRow | undefined
  setActive(entry: PaletteEntry): void
  run(entry: PaletteEntry): void
}

const alone = (heading: string, entries: readonly PaletteEntry[]): PaletteGroup[] =>
  entries.length === 0 ? [] : [{ heading, rows: entries.map((entry) => ({ entry, parts: [] })) }]

/** What is typed, what comes of it, and which row is meant. */
export function usePalette({ entries, openSession }: PaletteProps): Palette {
  const [query, setQuery] = useState('')
  const [activeId, setActiveId] = useState<string | null>(null)
  const ready = useMemo(() => prepared(entries), [entries])
  const recent = useRecent((state) => state.ids)
  const own = useMemo(() => arranged(ready, query, recent), [ready, query, recent])
  const people = useFinding(query)
  const sessions = useSessionEntries(useNamedSessions(query), openSession)
  // The sessions come a moment later, and last: nothing moves away from under the keys.
  const groups = [...(looksLikeId(query) ? [...people, ...own] : [...own, ...people]), ...sessions]
  const rows = groups.flatMap((group) => group.rows)
  return {
    query,
    setQuery: (next) => {
      setQuery(next)
      setActiveId(null)
    },
    groups,
    active: rows.find(({ entry }) => entry.id === activeId) ?? rows[0],
    setActive: ({ id }) => setActiveId(id),
    run: (entry) => {
      rememberChoice(entry.id)
      closeDialog()
      entry.run()
    },
  }
}

/** The way to everything that is known of whoever the text names. */
function useFinding(query: string): PaletteGroup[] {
  const presenter = usePresenter()
  const text = personText(query)
  if (text === '') return []
  const label = presenter.on ? 'Find this person at your services' : `Find “${text}” at your services`
  const run = () => findPerson(query)
  return alone('People', [{ id: 'find', group: 'People', label, icon: UserSearch, run }])
}

function useSessionEntries(
  rows: readonly RosterRow[],
  openSession: (key: SessionKey) => void,
): PaletteGroup[] {
  const presenter = usePresenter()
  const accounts = useAccounts()
  const group = 'Live sessions'
  const entries = rows.map((row) => ({
    id: `session ${row.key}`,
    group,
    label: rowLabel(presenter.row(row)),
    detail: serviceText(row.provider, accounts.find(({ id }) => id === row.accountId)?.label),
    icon: CircleUser,
    run: () => openSession(row.key),
  }))
  return alone(group, entries)
}
