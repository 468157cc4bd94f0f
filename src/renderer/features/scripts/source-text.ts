import type { AppError } from '../../../shared/result'

/** How many lines a text has; an empty one has one. */
export function lineCount(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Where a line (from 1) begins and ends; the last line for one that is not there. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0
  for (let current = 1; current < line; current += 1) {
    const next = text.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  const end = text.indexOf('\n', start)
  return { start, end: end < 0 ? text.length : end }
}

/** The lines that a selection touches, each one tab further in, and where they begin. */
export function indented(
  text: string,
  start: number,
  end: number,
): { from: number; to: number; text: string } {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(from, end)
  return { from, to: end, text: `\t${lines.replaceAll('\n', '\n\t')}` }
}

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
  const details = error.kind === 'refused' ? error.details : {}
  const parserOutput = typeof details.parser_output === 'string' ? details.parser_output : null
  const found = parserOutput === null ? null : namedLine.exec(parserOutput)
  const line = Number(found?.[1] ?? found?.[2])
  return {
    parserOutput,
    line: Number.isSafeInteger(line) && line > 0 ? line : null,
    obfuscator: Array.isArray(details.luraph_errors) ? details.luraph_errors.flatMap(readProblem) : [],
  }
}

function readProblem(item: unknown): { param: string; message: string }[] {
  if (typeof item !== 'object' || item === null) return []
  const param = 'param' in item && typeof item.param === 'string' ? item.param : ''
  const message = 'message' in item && typeof item.message === 'string' ? item.message : ''
  return param === '' && message === '' ? [] : [{ param, message }]
}
