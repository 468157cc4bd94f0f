import { expect, it } from 'vitest'
import {
  lastPrintedRow,
  printedText,
} from '../../../../../../src/renderer/features/terminal/view/printed-text'

const bufferOf = (rows: { text: string; isWrapped?: boolean }[]) => ({
  length: rows.length,
  getLine(at: number) {
    const row = rows[at]
    if (!row) return undefined
    const { text, isWrapped = false } = row
    const none = () => undefined
    const translateToString = (trim?: boolean) => (trim ? text.trimEnd() : text)
    return { length: text.length, isWrapped, getCell: none, translateToString }
  },
})

it('joins what was wrapped, with its spaces, and leaves out the empty end of lines and screen', () => {
  const buffer = bufferOf([
    { text: 'first    ' },
    { text: 'one long ' },
    { text: 'line     ', isWrapped: true },
    { text: '         ' },
  ])
  expect(printedText(buffer)).toBe('first\none long line\n')
})

it('finds the last row with anything in it', () => {
  expect(lastPrintedRow(bufferOf([{ text: 'first' }, { text: '    ' }, { text: '' }]))).toBe(0)
  expect(lastPrintedRow(bufferOf([{ text: '  ' }]))).toBe(-1)
})
