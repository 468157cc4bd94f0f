import type { Json } from './action'
import { printable } from './printable'

/**
 * The variables of a message to many: `{user}` is the user's name (the Roblox id where the service gives no name),
 * `{account}` the account's label, `{script}`, `{place}` (the universe where the service gives no place) and `{job}` the
 * ids that the service gives, as the list's columns have them. `{{` and `}}` are braces.
 */
export const templateVariables = ['user', 'account', 'script', 'place', 'job'] as const
type TemplateVariable = (typeof templateVariables)[number]

/** The values of the variables; `null` where the service says nothing. */
type TemplateValues = Readonly<Record<TemplateVariable, string | null>>

/** The fields of a session that the values come from; a row of the roster has them all. */
type Addressee = {
  userName: string | null
  robloxId: string | null
  scriptId: string | null
  placeId: string | null
  universeId: string | null
  jobId: string | null
}

const braces = /\{\{|\}\}|\{([^{}]*)\}/g

const isVariable = (name: string): name is TemplateVariable =>
  (templateVariables as readonly string[]).includes(name)

/** Values come from outside: one line, printable, or `null` where nothing is left. */
const clean = (value: string | null): string | null => (value && printable(value)) || null

/** What a session gives to its variables. */
export const valuesOf = (session: Addressee, accountLabel: string): TemplateValues => ({
  user: clean(session.userName) ?? clean(session.robloxId),
  account: clean(accountLabel),
  script: clean(session.scriptId),
  place: clean(session.placeId) ?? clean(session.universeId),
  job: clean(session.jobId),
})

/** The names in braces, each once: those that are variables and those that are not. */
export function namesIn(text: string): { known: TemplateVariable[]; unknown: string[] } {
  const known = new Set<TemplateVariable>()
  const unknown = new Set<string>()
  for (const [, name] of text.matchAll(braces)) {
    if (name === undefined) continue
    if (isVariable(name)) known.add(name)
    else unknown.add(name)
  }
  return { known: [...known], unknown: [...unknown] }
}

/**
 * Puts values in the place of variables, in one pass: a value that looks like a variable stays as it is. A variable
 * without a value and a name that is no variable stay, too; see {@link missingIn} and {@link namesIn}.
 */
export const fill = (text: string, values: TemplateValues): string =>
  text.replace(braces, (found, name: string | undefined) => {
    if (name === undefined) return found.charAt(0)
    return (isVariable(name) && values[name]) || found
  })

/** The variables of a text for which there is no value. */
export const missingIn = (text: string, values: TemplateValues): TemplateVariable[] =>
  namesIn(text).known.filter((name) => values[name] === null)

/** Every string in a handler's data, but for the names of its fields: those are the script's own. */
export function stringsIn(data: Json): string[] {
  if (typeof data === 'string') return [data]
  if (typeof data !== 'object' || data === null) return []
  return Object.values(data).flatMap(stringsIn)
}

/** Fills every string in a handler's data. */
export function fillData(data: Json, values: TemplateValues): Json {
  if (typeof data === 'string') return fill(data, values)
  if (Array.isArray(data)) return data.map((item) => fillData(item, values))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, item]) => [name, fillData(item, values)]))
}
