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

/** What the whole table knows about a column. Widths are CSS px. */
export type Column = {
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
    share: 190,
    minWidth: 120,
    filter: 'text',
  },
  account: { label: 'Account', help: 'Whose service lists it', share: 110, minWidth: 68, filter: 'choice' },
  script: {
    label: 'Script / machine',
    help: 'The script that runs, or the machine of an SSH session',
    share: 150,
    minWidth: 84,
    filter: 'text',
  },
  place: {
    label: 'Place',
    help: 'The Roblox place, else the universe',
    share: 120,
    minWidth: 90,
    filter: 'text',
  },
  job: { label: 'Job', help: 'The Roblox server', share: 110, minWidth: 82, filter: 'text' },
  started: { label: 'Started', help: 'How long ago it began', share: 80, minWidth: 70, filter: 'age' },
  beat: {
    label: 'Beat',
    help: 'The session’s own last sign of life, where the service gives one',
    share: 70,
    minWidth: 54,
    filter: 'age',
  },
  seen: { label: 'Seen', help: 'Our last heartbeat that listed it', share: 70, minWidth: 54, filter: 'age' },
  state: {
    label: 'State',
    help: 'Live, stale, or being disconnected',
    share: 120,
    minWidth: 104,
    filter: 'choice',
  },
}

/** No column is dragged wider, CSS px. */
export const maxColumnWidth = 640

/** Ages that the time columns can be filtered by; `upToMs` is exclusive. */
export const ages = [
  { id: 'minutes', label: 'under 5 min', upToMs: 300_000 },
  { id: 'hour', label: '5 min to 1 h', upToMs: 3_600_000 },
  { id: 'day', label: '1 h to 24 h', upToMs: 86_400_000 },
  { id: 'longer', label: 'over 24 h', upToMs: Number.POSITIVE_INFINITY },
  { id: 'unknown', label: 'not said', upToMs: Number.NaN },
] as const

/** The age that a time (epoch ms) falls into at `now`. */
export const ageOf = (at: number | null, now: number): (typeof ages)[number]['id'] =>
  at === null ? 'unknown' : (ages.find((age) => now - at < age.upToMs)?.id ?? 'longer')

/** `grid-template-columns` for these columns; `widths` (px) where somebody has dragged a border. */
export const gridTemplate = (
  shown: readonly ColumnId[],
  widths: Partial<Record<ColumnId, number>> | null,
): string =>
  widths
    ? `${shown.map((id) => `${widths[id] ?? columns[id].share}px`).join(' ')} minmax(0, 1fr)`
    : shown.map((id) => `minmax(${columns[id].minWidth}px, ${columns[id].share}fr)`).join(' ')
