import type { Account } from '../account'
import type { Scopes } from '../list/row-state'
import type { ScriptNames } from '../script-names'
import type { RosterRow, Session } from '../session'
import { columnsText } from '../text/columns'
import { folded } from '../text-match'
import { isoTime } from '../times'

/** What a list must know besides its rows. */
export type ListContext = {
  accountLabels: ReadonlyMap<string, string>
  scriptNames: ScriptNames
  scopes: Scopes
  /** Epoch ms; ages are counted from it. */
  now: number
}

/** A part of the context on which an answer depends. */
type ContextPart = keyof ListContext

/** What one filter lets through. */
export type Filter = { kind: 'text'; text: string } | { kind: 'choice'; chosen: readonly string[] }

/** One of the values that a filter by choice offers. */
export type Choice = { id: string; label: string }

/** What the rows can be filtered by. */
export type Filterable = {
  label: string
  /** The field in its box: a text, or one of the choices. */
  filterKind: Filter['kind']
  /** The choices; none for a text. */
  choices(accounts: readonly Account[]): readonly Choice[]
  /** The name of a choice, also of one that is not offered any more; its id where the name is not known. */
  choiceLabel(id: string, accounts: readonly Account[]): string
  /** What decides whether a row passes, besides the row. */
  filterNeeds: readonly ContextPart[]
  /** A test for the rows that a filter lets through. */
  passes(filter: Filter, context: ListContext): (row: RosterRow) => boolean
}

export type SortValue = string | number | null

/** The columns that have words. */
type Named = {
  [Name in keyof typeof columnsText]: `${Name}Help` extends keyof typeof columnsText ? Name : never
}[keyof typeof columnsText]

/** What the header says of a column. */
type Words = {
  readonly label: string
  /** What the header's tooltip says. */
  readonly help: string
}

/** A column with its words, which are read when they are shown: in the language of that moment. */
const worded = <C extends object>(name: Named, column: C): C & Words =>
  Object.assign(
    {
      get label() {
        return columnsText[name]
      },
      get help() {
        return columnsText[`${name}Help`]
      },
    },
    column,
  )

/** What the layout must know of a column. Widths are CSS px. */
type Layout = {
  /** The share of free space that it takes while nobody has dragged a border. */
  share: number
  minWidth: number
  /** In a narrow list the columns with the highest number wait for room first; one with 0 stays. */
  yields: number
  /** Numbers and times stand at the end. */
  align?: 'end'
  /** Not there until somebody asks for it. */
  isExtra?: true
}

/** All that is known of a column but what its cell looks like. */
export type Column = Words &
  Layout &
  Filterable & {
    /** What it says of a row where there is nothing but text: on the clipboard. `null`: nothing. */
    says(row: RosterRow, context: ListContext): string | null
    /** The order when the header is pressed first. */
    firstDirection: 'ascending' | 'descending'
    /** What a row is sorted by; `null`, nothing said, comes last. */
    sortValue(row: RosterRow, context: ListContext): SortValue
    /** What decides that, besides the row. */
    sortNeeds: readonly ContextPart[]
  }

/** A column that says a text: a name, or an id. */
export type TextColumn = Column & {
  /** `null` where the service says nothing. A script's name is preferred to its id. */
  text(row: Session, names: ScriptNames): string | null
  /** Whether that is an id, compared letter by letter, and not a name that somebody chose. */
  isId(row: Session, names: ScriptNames): boolean
}

type TextFacts = Layout &
  Pick<TextColumn, 'text' | 'isId'> & {
    /** The id behind a name: a text finds it too, and a choice names it whole. The text itself unless said. */
    id?(row: RosterRow): string | null
    needs?: readonly ContextPart[]
  }

/** A column that is filtered by what its text contains. */
export function textColumn(name: Named, { needs = [], id, ...facts }: TextFacts): TextColumn {
  return worded<Omit<TextColumn, keyof Words>>(name, {
    ...facts,
    filterKind: 'text',
    choices: () => [],
    choiceLabel: (choice) => choice,
    filterNeeds: needs,
    passes(filter, { scriptNames }) {
      const textOf = (row: RosterRow) => facts.text(row, scriptNames)
      if (filter.kind === 'choice') return isChosen(filter.chosen, id ?? textOf)
      const wanted = folded(filter.text).trim()
      const has = (text: string | null) => folded(text ?? '').includes(wanted)
      return (row) => has(textOf(row)) || (id !== undefined && has(id(row)))
    },
    says: (row, { scriptNames }) => facts.text(row, scriptNames),
    firstDirection: 'ascending',
    sortValue(row, { scriptNames }) {
      const text = facts.text(row, scriptNames)
      return text === null ? null : folded(text)
    },
    sortNeeds: needs,
  })
}

/** A column that says when something was. */
type TimeColumn = Column & {
  /** Epoch ms; `null` where it is not known. */
  time(row: RosterRow, context: Pick<ListContext, 'scopes'>): number | null
}

/** A column that is filtered by how long ago its time was. */
export function timeColumn(
  name: Named,
  facts: Layout & Pick<TimeColumn, 'time'> & { needs?: readonly ContextPart[] },
): TimeColumn {
  const { needs = [], ...rest } = facts
  return worded<Omit<TimeColumn, keyof Words>>(name, {
    ...rest,
    align: 'end',
    filterKind: 'choice',
    choices: ageChoices,
    choiceLabel: (choice) => labelIn(ageChoices(), choice),
    filterNeeds: [...needs, 'now'],
    passes: (filter, context) =>
      filter.kind === 'text'
        ? everyRow
        : isChosen(filter.chosen, (row) => ageOf(facts.time(row, context), context.now)),
    says: (row, context) => isoTime(facts.time(row, context)),
    firstDirection: 'descending',
    sortValue: facts.time,
    sortNeeds: needs,
  })
}

type ChoiceFacts = Pick<Filterable, 'choices'> & {
  /** Which of the choices a row is. */
  choiceOf(row: RosterRow, context: ListContext): string
  /** Present and former choices, for their names; by default the present ones. */
  known?(accounts: readonly Account[]): readonly Choice[]
  needs?: readonly ContextPart[]
}

/** A filter by choosing among a few values, but for its name. */
const byChoice = (facts: ChoiceFacts): Omit<Filterable, 'label'> => {
  const { choices, choiceOf, known = choices, needs = [] } = facts
  return {
    filterKind: 'choice',
    choices,
    choiceLabel: (choice, accounts) => labelIn(known(accounts), choice),
    filterNeeds: needs,
    passes: (filter, context) =>
      filter.kind === 'text' ? everyRow : isChosen(filter.chosen, (row) => choiceOf(row, context)),
  }
}

/** What is filtered by choosing among a few values, though it is no column. */
export const choiceFilter = (name: Named | 'service', facts: ChoiceFacts): Filterable => ({
  get label() {
    return columnsText[name]
  },
  ...byChoice(facts),
})

const labelIn = (choices: readonly Choice[], id: string): string =>
  choices.find((choice) => choice.id === id)?.label ?? id

/** A column that is filtered in that way. */
export const choiceColumn = (
  name: Named,
  facts: Layout & ChoiceFacts & Pick<Column, 'says' | 'sortValue' | 'sortNeeds'>,
): Column =>
  worded<Omit<Column, keyof Words>>(name, { ...facts, ...byChoice(facts), firstDirection: 'ascending' })

const everyRow = () => true

/** Nothing chosen lets everything through. */
function isChosen(chosen: readonly string[], of: (row: RosterRow) => string | null) {
  if (chosen.length === 0) return everyRow
  return (row: RosterRow) => {
    const choice = of(row)
    return choice !== null && chosen.includes(choice)
  }
}

/** Ages that a time can be filtered by; `upToMs` is exclusive. */
const ages = [
  { id: 'minutes', name: 'underFiveMinutes', upToMs: 300_000 },
  { id: 'hour', name: 'underOneHour', upToMs: 3_600_000 },
  { id: 'day', name: 'underOneDay', upToMs: 86_400_000 },
  { id: 'longer', name: 'overOneDay', upToMs: Number.POSITIVE_INFINITY },
  { id: 'unknown', name: 'unknownAge', upToMs: Number.NaN },
] as const

const ageChoices = (): readonly Choice[] => ages.map(({ id, name }) => ({ id, label: columnsText[name] }))

/** The age that a time (epoch ms) falls into at `now`. */
const ageOf = (at: number | null, now: number): (typeof ages)[number]['id'] =>
  at === null ? 'unknown' : (ages.find((age) => now - at < age.upToMs)?.id ?? 'longer')
