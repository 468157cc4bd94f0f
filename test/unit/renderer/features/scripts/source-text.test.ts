import { describe, expect, it } from 'vitest'
import {
  indented,
  lineCount,
  lineRange,
  sourceProblems,
} from '../../../../../src/renderer/features/scripts/source-text'
import type { AppError } from '../../../../../src/shared/app-error'

describe('the lines of a source', () => {
  it('are counted as an editor does', () => {
    expect(['', 'a', 'a\n', 'a\nb', '\n\n'].map(lineCount)).toEqual([1, 1, 2, 2, 3])
  })

  it('are found by their number, the last one for a number beyond them', () => {
    const text = 'one\ntwo\n\nfour'
    const line = (number: number) => {
      const { start, end } = lineRange(text, number)
      return text.slice(start, end)
    }
    expect([1, 2, 3, 4, 99].map(line)).toEqual(['one', 'two', '', 'four', 'four'])
  })

  it('are indented whole, from the first one that the selection touches', () => {
    const text = 'a\nbb\ncc\nd'
    expect(indented(text, 3, 7)).toEqual({ from: 2, to: 7, text: '\tbb\n\tcc' })
    expect(indented('\na\nb', 0, 3)).toEqual({ from: 0, to: 3, text: '\t\n\ta\n\t' })
  })
})

describe('what a service says of a source', () => {
  const refused = (details: Record<string, unknown>): AppError => ({
    kind: 'refused',
    status: 400,
    code: 2,
    details,
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
