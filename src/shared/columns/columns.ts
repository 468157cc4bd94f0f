/** The columns of the list, in their first order. */
export const columnIds = [
  'user',
  'account',
  'script',
  'place',
  'job',
  'started',
  'beat',
  'seen',
  'state',
] as const
export type ColumnId = (typeof columnIds)[number]

/** What can be filtered by: every column, and the provider, which has none. */
export const filterIds = [...columnIds, 'provider'] as const
export type FilterId = (typeof filterIds)[number]

/** What a filter is called. */
export const filterLabel = (id: FilterId): string => (id === 'provider' ? 'Provider' : columns[id].label)

/** What the whole table knows about a column. Widths are CSS px. */
type Column = {
  label: string
  /** What the header's tooltip says. */
  help: string
  /** The share of free space that it takes while nobody has dragged a border. */
  share: number
  minWidth: number
  /** `text`: contains. `choice`: one of a set. `age`: how long ago. */
  filter: 'text' | 'choice' | 'age'
}

export const columns: Readonly<Record<ColumnId, Column>> = {
  user: {
    label: 'User',
    help: 'The name, or the Roblox id where the service gives no name',
    share: 200,
    minWidth: 148,
    filter: 'text',
  },
  account: { label: 'Account', help: 'Whose service lists it', share: 104, minWidth: 80, filter: 'choice' },
  script: {
    label: 'Script / machine',
    help: 'The script that runs, or the machine of an SSH session',
    share: 144,
    minWidth: 108,
    filter: 'text',
  },
  place: {
    label: 'Place',
    help: 'The Roblox place, else the universe',
    share: 124,
    minWidth: 90,
    filter: 'text',
  },
  job: { label: 'Job', help: 'The Roblox server', share: 116, minWidth: 80, filter: 'text' },
  started: { label: 'Started', help: 'How long ago it began', share: 94, minWidth: 88, filter: 'age' },
  beat: {
    label: 'Beat',
    help: 'The session’s own last sign of life, where the service gives one',
    share: 68,
    minWidth: 58,
    filter: 'age',
  },
  seen: { label: 'Seen', help: 'Our last heartbeat that listed it', share: 68, minWidth: 58, filter: 'age' },
  state: {
    label: 'State',
    help: 'Live, stale, or being disconnected',
    share: 160,
    minWidth: 156,
    filter: 'choice',
  },
}

/** Columns that somebody has dragged to a width, CSS px; `null`: nobody has. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>> | null

/** The room that a column takes at least, CSS px. */
const leastWidth = (id: ColumnId, widths: ColumnWidths): number =>
  widths ? (widths[id] ?? columns[id].share) : columns[id].minWidth

/** The room that these columns take at least, CSS px. */
export const leastWidths = (ids: readonly ColumnId[], widths: ColumnWidths): number =>
  ids.reduce((sum, id) => sum + leastWidth(id, widths), 0)

/** In a narrow list these wait for room, the first of them first; the details have them all, a row's sign its state. */
const firstToGo: readonly ColumnId[] = [
  'job',
  'seen',
  'beat',
  'place',
  'script',
  'started',
  'account',
  'state',
]

/**
 * The columns that fit a list of `width` CSS px side by side: better a few that can be read than all of them cut.
 * A column that was dragged stays, and the list scrolls. So does the one that the list is `sorted` by: the order would
 * have no reason without it.
 */
export function fittingColumns(
  shown: readonly ColumnId[],
  widths: ColumnWidths,
  width: number,
  sorted: ColumnId,
): readonly ColumnId[] {
  let fitting = shown
  for (const id of firstToGo) {
    if (leastWidths(fitting, widths) <= width) break
    const stays = id === sorted || widths?.[id] !== undefined || fitting.length === 1
    if (!stays) fitting = fitting.filter((other) => other !== id)
  }
  return fitting
}

/** No column is dragged wider, CSS px. */
export const maxColumnWidth = 640

/** Ages that the time columns can be filtered by; `upToMs` is exclusive. */
export const ages = [
  { id: 'minutes', label: 'Under 5 min', upToMs: 300_000 },
  { id: 'hour', label: '5 min to 1 h', upToMs: 3_600_000 },
  { id: 'day', label: '1 h to 24 h', upToMs: 86_400_000 },
  { id: 'longer', label: 'Over 24 h', upToMs: Number.POSITIVE_INFINITY },
  { id: 'unknown', label: 'Not said', upToMs: Number.NaN },
] as const

/** The age that a time (epoch ms) falls into at `now`. */
export const ageOf = (at: number | null, now: number): (typeof ages)[number]['id'] =>
  at === null ? 'unknown' : (ages.find((age) => now - at < age.upToMs)?.id ?? 'longer')

/** `grid-template-columns` for these columns; `widths` (px) where somebody has dragged a border. */
export const gridTemplate = (shown: readonly ColumnId[], widths: ColumnWidths): string =>
  widths
    ? `${shown.map((id) => `${widths[id] ?? columns[id].share}px`).join(' ')} minmax(0, 1fr)`
    : shown.map((id) => `minmax(${columns[id].minWidth}px, ${columns[id].share}fr)`).join(' ')
