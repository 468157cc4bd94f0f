import { CircleUser, UserSearch } from 'lucide-react'
import { useMemo, useState } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import { personText } from '../../../shared/person'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { paletteDialogText } from '../../../shared/text/palette-dialog'
import { closeDialog, findPerson } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { useAccounts } from '../../stores/workspace'
import { arranged, type PaletteEntry, type PaletteGroup, type PaletteRow, prepared } from './entries'
import { looksLikeId } from './looks-like-id'
import { queryWords } from './match'
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
  const { ids, rows: met } = useChosen()
  const chosen = useSessionEntries(met, openSession)
  const own = useMemo(
    // What is typed is looked for among all the sessions, not only among those that were chosen.
    () => arranged(queryWords(query).length === 0 ? [...ready, ...prepared(chosen)] : ready, query, ids),
    [ready, chosen, query, ids],
  )
  const people = useFinding(query)
  const sessions = alone(paletteDialogText.sessions, useSessionEntries(useNamedSessions(query), openSession))
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
      rememberChoice(entry)
      closeDialog()
      entry.run()
    },
  }
}

/** What was chosen last: the ids of all, and those that are sessions. */
function useChosen(): { ids: readonly string[]; rows: readonly RosterRow[] } {
  const choices = useRecent((state) => state.choices)
  return useMemo(
    () => ({ ids: choices.map(({ id }) => id), rows: choices.flatMap(({ session }) => session ?? []) }),
    [choices],
  )
}

/** The way to everything that is known of whoever the text names. */
function useFinding(query: string): PaletteGroup[] {
  const presenter = usePresenter()
  const hasServices = useAccounts().length > 0
  const text = personText(query)
  if (text === '' || !hasServices) return []
  const label = presenter.on ? paletteDialogText.findCovered : paletteDialogText.find(text)
  const run = () => findPerson(query)
  const group = paletteDialogText.people
  return alone(group, [{ id: 'find', group, label, icon: UserSearch, isForgotten: true, run }])
}

function useSessionEntries(
  rows: readonly RosterRow[],
  openSession: (key: SessionKey) => void,
): readonly PaletteEntry[] {
  const presenter = usePresenter()
  const accounts = useAccounts()
  return useMemo(
    () =>
      rows.map((row) => ({
        id: `session:${row.key}`,
        group: paletteDialogText.sessions,
        label: rowLabel(presenter.row(row)),
        detail: serviceText(row.provider, accounts.find(({ id }) => id === row.accountId)?.label),
        icon: CircleUser,
        session: row,
        // Whoever is looked for before an audience does not stand there the next time.
        isForgotten: presenter.on,
        run: () => openSession(row.key),
      })),
    [rows, presenter, accounts, openSession],
  )
}
