import { existsSync, readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { isMissing } from '../lib/errno'

/**
 * Writes a file all or nothing: a reader, or a crash at any moment, sees the old text or the new one. Only the owner may
 * read it.
 *
 * @throws the file system's error; the old file is then still there
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    throw cause
  }
}

/** The version of our file, such as `1`, so that another version is not read as this one. */
export const fileVersion = <V extends number>(version: V) =>
  z.literal(version, { error: 'another version of Sessiondeck wrote it' })

/** A JSON file's content (`null` where there is no file), and its problem. */
type ReadOutcome<T> = { value: T | null; problem: AppError | null }

/**
 * Reads a JSON file of ours. One that cannot be understood is kept beside it as `.broken` (never overwritten) and said,
 * so that nothing a person entered is lost and the app starts all the same.
 */
export function readOwnFile<T>(file: string, schema: z.ZodType<T>): ReadOutcome<T> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return { value: null, problem: null }
    return { value: null, problem: unusable(file, 'cannot be read', 'Check its permissions, then restart.') }
  }
  const parsed = parseJson(text, schema)
  if (parsed.ok) return { value: parsed.value, problem: null }
  const aside = freeName(`${file}.broken`)
  try {
    renameSync(file, aside)
  } catch {
    return { value: null, problem: unusable(file, parsed.error, 'It could not be moved aside.') }
  }
  const kept = `It was kept as ${path.basename(aside)}, and Sessiondeck started without it.`
  return { value: null, problem: unusable(file, parsed.error, kept) }
}

/** A JSON text checked against a schema; the error names the place, never the value there. */
function parseJson<T>(text: string, schema: z.ZodType<T>): Result<T, string> {
  const json = readJson(text)
  if (!json.ok) return json
  const parsed = checked(json.value, schema)
  return parsed.ok
    ? parsed
    : err(`has a mistake at ${parsed.error.place || 'the top level'}: ${parsed.error.what}`)
}

/** Parses JSON text, with or without a byte order mark. */
export function readJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    // The cause may quote a secret.
    return err('is not valid JSON')
  }
}

/** A value checked against a schema, or else the first wrong place and what is wrong there. */
export function checked<T>(value: unknown, schema: z.ZodType<T>): Result<T, { place: string; what: string }> {
  const parsed = schema.safeParse(value, { error: issueWords })
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err({ place: jsonPath(issue?.path ?? []), what: issue?.message ?? 'is not right' })
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int'

/** Words for what is wrong, where the schema has none of its own. Never the value. */
function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${typeNames[issue.expected] ?? 'something else'}`
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`
    case 'unrecognized_keys':
      return `nothing is called ${issue.keys.join(', ')} here`
    case 'too_small':
      if (issue.minimum === 1 && !isNumber(issue.origin)) return 'must not be empty'
      return `must ${isNumber(issue.origin) ? 'be' : 'hold'} at least ${issue.minimum}`
    case 'too_big':
      return `must ${isNumber(issue.origin) ? 'be' : 'hold'} at most ${issue.maximum}`
    default:
      return 'is not right'
  }
}

/** A path inside a JSON document, such as `accounts[1].scopes[0].id`. */
function jsonPath(segments: readonly PropertyKey[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`
    return path ? `${path}.${String(segment)}` : String(segment)
  }, '')
}

function unusable(file: string, what: string, next: string): AppError {
  const name = path.basename(file)
  return { kind: 'config', path: name, message: `${name} ${what}. ${next}` }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count++) name = `${wanted}-${count}`
  return name
}
