import type { AppError } from '../../../shared/result'

/** What a service's parser and obfuscator said of a source. Remote text. */
export type SourceProblems = {
  parserOutput: string | null
  /** The line (from 1) that the parser names, if it names one. */
  line: number | null
  obfuscator: readonly { param: string; message: string }[]
}

/** Lua's own way (`[string "x"]:12:`, `input:12:`), and the words of others. */
const namedLine = /(?:\]|\w):(\d+):|\bline[ :]+(\d+)/i

/** Reads the extras of a refused update. */
export function sourceProblems(error: AppError): SourceProblems {
  const details = error.kind === 'refused' ? fieldsOf(error.details) : {}
  const parserOutput = typeof details.parser_output === 'string' ? details.parser_output : null
  const found = parserOutput === null ? null : namedLine.exec(parserOutput)
  const line = Number(found?.[1] ?? found?.[2])
  return {
    parserOutput,
    line: Number.isSafeInteger(line) && line > 0 ? line : null,
    obfuscator: Array.isArray(details.luraph_errors) ? details.luraph_errors.flatMap(readProblem) : [],
  }
}

function fieldsOf(json: string): { parser_output?: unknown; luraph_errors?: unknown } {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function readProblem(item: unknown): { param: string; message: string }[] {
  if (typeof item !== 'object' || item === null) return []
  const param = 'param' in item && typeof item.param === 'string' ? item.param : ''
  const message = 'message' in item && typeof item.message === 'string' ? item.message : ''
  return param === '' && message === '' ? [] : [{ param, message }]
}
