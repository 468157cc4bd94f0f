import { existsSync, readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type AppError, err, ok, type Result } from '../../shared/result'

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

/** The version of a file of ours, such as `1`: one of another version is not read as if it were this one. */
export const fileVersion = <V extends number>(version: V) =>
  z.literal(version, { error: 'another version of Sessiondeck wrote it' })

/** A JSON file's content (`null` where there is no file), and what was wrong with it. */
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
    if (hasCode(cause, 'ENOENT')) return { value: null, problem: null }
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
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('is not valid JSON')
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? ok(parsed.data) : err(`has a mistake at ${describeIssue(parsed.error)}`)
}

/** The first issue as `accounts[1].scopes[0].id: what is wrong`. */
function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  const place = jsonPath(issue?.path ?? [])
  return `${place || 'the top level'}: ${issue?.message ?? 'not valid'}`
}

/** A path inside a JSON document, such as `accounts[1].scopes[0].id`. */
export function jsonPath(segments: readonly PropertyKey[]): string {
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

const hasCode = (cause: unknown, code: string) =>
  cause instanceof Error && 'code' in cause && cause.code === code
