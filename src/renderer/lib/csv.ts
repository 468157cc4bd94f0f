/** What a cell may hold. */
export type CsvCell = string | number | boolean | null

/** What makes a spreadsheet take a text for a formula, full-width forms included, when it comes first. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
/** Semicolons and tabs, too: a spreadsheet that splits at them must not find a formula behind one. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  // A number of ours cannot be a formula, not even a negative one; a text that looks like one may be.
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A CSV document after RFC 4180, with the mark by which Excel knows UTF-8. Texts that a spreadsheet would run as a formula
 * get an apostrophe in front, which spreadsheets show as plain text: `-5` as a *text* becomes `'-5`, the *number* -5 stays.
 */
export function csvDocument(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/**
 * A time (epoch ms) as a spreadsheet and a program read it: ISO 8601; `null` where there is none or no calendar
 * has it.
 */
export const isoTime = (at: number | null): string | null =>
  at === null || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString()
