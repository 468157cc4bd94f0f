import { existsSync, readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { ownFilesText } from '../../shared/text/own-files'
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
  z.literal(version, { error: () => ownFilesText.otherVersion })

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
    return { value: null, problem: unusable(file, ownFilesText.unreadable) }
  }
  const parsed = parseJson(text, schema)
  if (parsed.ok) return { value: parsed.value, problem: null }
  const aside = freeName(`${file}.broken`)
  try {
    renameSync(file, aside)
  } catch {
    return { value: null, problem: unusable(file, (name) => ownFilesText.notMoved(name, parsed.error)) }
  }
  const kept = (name: string) => ownFilesText.kept(name, parsed.error, path.basename(aside))
  return { value: null, problem: unusable(file, kept) }
}

/** A JSON text checked against a schema; the error names the place, never the value there. */
function parseJson<T>(text: string, schema: z.ZodType<T>): Result<T, string> {
  const json = readJson(text)
  if (!json.ok) return json
  const parsed = checked(json.value, schema)
  return parsed.ok
    ? parsed
    : err(ownFilesText.mistake(`${parsed.error.place || ownFilesText.topLevel}: ${parsed.error.what}`))
}

/** Parses JSON text, with or without a byte order mark. */
export function readJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    // The cause may quote a secret.
    return err(ownFilesText.notJson)
  }
}

/** A value checked against a schema, or else the first wrong place and what is wrong there. */
export function checked<T>(value: unknown, schema: z.ZodType<T>): Result<T, { place: string; what: string }> {
  const parsed = schema.safeParse(value, { error: issueWords })
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err({ place: jsonPath(issue?.path ?? []), what: issue?.message ?? ownFilesText.notRight })
}

const typeWords = (): Readonly<Record<string, string>> => ({
  string: ownFilesText.mustBeText,
  number: ownFilesText.mustBeNumber,
  int: ownFilesText.mustBeWhole,
  boolean: ownFilesText.mustBeBoolean,
  array: ownFilesText.mustBeList,
  object: ownFilesText.mustBeObject,
  record: ownFilesText.mustBeObject,
})

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int'

/** Words for what is wrong, where the schema has none of its own. Never the value. */
function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? ownFilesText.missing
        : (typeWords()[issue.expected] ?? ownFilesText.mustBeOther)
    case 'invalid_value':
      return ownFilesText.mustBeOneOf(issue.values.map(String))
    case 'unrecognized_keys':
      return ownFilesText.unknownNames(issue.keys)
    case 'too_small':
      if (issue.minimum === 1 && !isNumber(issue.origin)) return ownFilesText.empty
      return (isNumber(issue.origin) ? ownFilesText.tooSmall : ownFilesText.tooFew)(String(issue.minimum))
    case 'too_big':
      return (isNumber(issue.origin) ? ownFilesText.tooBig : ownFilesText.tooMany)(String(issue.maximum))
    default:
      return ownFilesText.notRight
  }
}

/** A path inside a JSON document, such as `accounts[1].scopes[0].id`. */
function jsonPath(segments: readonly PropertyKey[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`
    return path ? `${path}.${String(segment)}` : String(segment)
  }, '')
}

function unusable(file: string, sentences: (name: string) => string): AppError {
  const name = path.basename(file)
  return { kind: 'config', path: name, message: sentences(name) }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let count = 2; existsSync(name); count++) name = `${wanted}-${count}`
  return name
}
