import { describe, expect, it } from 'vitest'
import { sourceProblems } from '../../../../../src/renderer/features/scripts/source-problems'
import type { AppError } from '../../../../../src/shared/app-error'

describe('what a service says of a source', () => {
  const refused = (details: Record<string, unknown>): AppError => ({
    kind: 'refused',
    status: 400,
    code: 2,
    details: JSON.stringify(details),
    message: 'No.',
  })
  const lineOf = (parser_output: string) => sourceProblems(refused({ parser_output })).line

  it('names a line in Lua’s way or in words, or none', () => {
    expect(lineOf('[string "x"]:12: unexpected symbol near \')\'')).toBe(12)
    expect(lineOf("input:3: 'end' expected")).toBe(3)
    expect(lineOf('Syntax error on line 44, column 2')).toBe(44)
    expect(lineOf("unexpected symbol near '<eof>': 2 unpaired bracket(s)")).toBeNull()
    expect(lineOf('line 0')).toBeNull()
  })

  it('has the obfuscator’s words at their parameters, and drops what is none', () => {
    const luraph_errors = [
      { param: 'VM', message: 'not on this plan' },
      null,
      7,
      { other: 1 },
      { message: 'late' },
    ]
    expect(sourceProblems(refused({ luraph_errors })).obfuscator).toEqual([
      { param: 'VM', message: 'not on this plan' },
      { param: '', message: 'late' },
    ])
  })

  it('is nothing for another error or another shape', () => {
    const nothing = { parserOutput: null, line: null, obfuscator: [] }
    expect(sourceProblems({ kind: 'timeout', message: 'Late.' })).toEqual(nothing)
    expect(sourceProblems(refused({ parser_output: 4, luraph_errors: 'x' }))).toEqual(nothing)
  })
})
