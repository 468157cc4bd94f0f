/** What a cell may hold. */
export type CsvCell = string | number | boolean | null

/** What makes a spreadsheet take a text for a formula, full-width forms included, when it comes first. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
/**
 * What makes a spreadsheet take a text for a number, a date, a time or a truth value, and write it otherwise for good: 20
 * digits, `007`, `2-3`, `1e5`, `12:30`, `$5`, `Mar 1`. Rather one text too many than one too few.
 */
const misread =
  /^\s*(?:[(#\p{Sc}]*[.,]?\s*\p{Nd}|#|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[\s.,/-]*\p{Nd}|(?:true|false)\s*$)/iu
/** Longest text that Excel takes in a formula, characters; it takes longer ones as they are. */
const longestFormulaText = 255
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Semicolons and tabs, too: a spreadsheet that splits at them must not find a formula behind one. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/

const isMisread = (text: string): boolean =>
  text.length <= longestFormulaText && misread.test(text) && !time.test(text)

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  // A number of ours cannot be a formula, not even a negative one; a text that looks like one may be.
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : isMisread(cell) ? `="${cell.replaceAll('"', '""')}"` : cell
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A CSV document after RFC 4180, with the mark by which Excel knows UTF-8. Texts that a spreadsheet would run as a formula
 * get an apostrophe in front, which spreadsheets show as plain text: `-5` as a *text* becomes `'-5`, the *number* -5 stays.
 * One that it would take for a number or a date becomes a formula that gives just this text, `="007"`.
 */
export function csvDocument(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** A table as spreadsheets take it from the clipboard. What they would run as a formula gets an apostrophe in front. */
export const clipboardTable = (rows: Iterable<readonly (string | null)[]>): string =>
  [...rows].map((row) => row.map(clipboardCell).join('\t')).join('\n')

const clipboardCell = (cell: string | null): string => {
  const text = (cell ?? '').replace(/[\t\r\n]+/g, ' ')
  return formula.test(text) ? `'${text}` : text
}
