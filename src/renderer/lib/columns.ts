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
  /** In a narrow list the columns with the highest number go first: the details have them all, a row's sign its state. */
  yields?: number
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
  account: {
    label: 'Account',
    help: 'Whose service lists it',
    share: 104,
    minWidth: 80,
    yields: 2,
    filter: 'choice',
  },
  script: {
    label: 'Script / machine',
    help: 'The script that runs, or the machine of an SSH session',
    share: 144,
    minWidth: 108,
    yields: 4,
    filter: 'text',
  },
  place: {
    label: 'Place',
    help: 'The Roblox place, else the universe',
    share: 124,
    minWidth: 90,
    yields: 5,
    filter: 'text',
  },
  job: { label: 'Job', help: 'The Roblox server', share: 116, minWidth: 80, yields: 8, filter: 'text' },
  started: {
    label: 'Started',
    help: 'How long ago it began',
    share: 94,
    minWidth: 88,
    yields: 3,
    filter: 'age',
  },
  beat: {
    label: 'Beat',
    help: 'The session’s own last sign of life, where the service gives one',
    share: 68,
    minWidth: 58,
    yields: 6,
    filter: 'age',
  },
  seen: {
    label: 'Seen',
    help: 'Our last heartbeat that listed it',
    share: 68,
    minWidth: 58,
    yields: 7,
    filter: 'age',
  },
  state: {
    label: 'State',
    help: 'Live, stale, or being disconnected',
    share: 160,
    minWidth: 156,
    yields: 1,
    filter: 'choice',
  },
}

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
