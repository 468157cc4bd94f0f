import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvCell, clipboardTable, csvDocument } from '../../../../src/renderer/lib/csv'
import { isoTime } from '../../../../src/shared/times'

/** RFC 4180, read letter by letter. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (quoted) cell += letter
    else if (letter === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
      at += 1
    } else cell += letter
  }
  expect(quoted).toBe(false)
  expect(rows.pop()).toEqual([])
  return rows
}

const body = (cells: CsvCell[]) =>
  csvDocument(['a'], [cells])
    .replace(/^\ufeffa\r\n/, '')
    .replace(/\r\n$/, '')

describe('a CSV document', () => {
  it('gives back every text, and lets none begin like a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[=+\-@\t\r\n＝",']{1,3}[A-Z0-9(),"\r\n]{0,8}$/),
    )
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const document = csvDocument(['First', 'Second'], rows)
        expect(document.startsWith('\ufeff')).toBe(true)
        const [header, ...parsed] = parse(document.slice(1))
        expect(header).toEqual(['First', 'Second'])
        expect(parsed.map((row) => row.length)).toEqual(rows.map((row) => row.length))
        for (const [at, row] of rows.entries())
          for (const [index, original] of row.entries()) {
            const cell = parsed[at]?.[index] ?? ''
            const asText = `="${original.replaceAll('"', '""')}"`
            // A formula is never more than the one text that it gives.
            if (cell !== asText) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
            expect([original, `'${original}`, asText]).toContain(cell)
          }
      }),
    )
  })

  it('hides no formula behind what another spreadsheet splits at', () => {
    expect(body(['a;=1+1', 'b\t=1+1'])).toBe('"a;=1+1","b\t=1+1"')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=1', 'a=1'],
  ])('makes the text %j harmless', (text, cell) => {
    expect(body([text])).toBe(cell)
  })

  it.each([
    '97963719390038484793',
    '007',
    '2-3',
    '1e5',
    '1/2',
    '12:30',
    '0.10',
    '.5',
    ' 5',
    '5 %',
    '$5',
    '€ 5',
    '(5)',
    '#N/A',
    '２００',
    'Mar 1',
    'SEPT-12',
    'may5',
    'TRUE',
    'false',
    '55806a2c-0a1e-4f2b-9c5e-3d1f0c7a098a',
  ])('keeps %j a text by a formula that gives just this', (text) => {
    expect(body([text])).toBe(`"=""${text}"""`)
  })

  it('ends no such formula early', () => {
    expect(parse(csvDocument(['a'], [['1"&A1&"']]).slice(1))[1]).toEqual(['="1""&A1&"""'])
  })

  it.each([
    'wompus42',
    'kaitlyn',
    'a-1',
    'March',
    'truest',
    '2026-02-06T12:00:00.000Z',
    `1${'0'.repeat(300)}`,
  ])('writes %j as it is', (text) => {
    expect(body([text])).toBe(text)
  })

  it('leaves numbers, truth values and nothing as they are', () => {
    expect(body([-5, 1.5, true, null, ''])).toBe('-5,1.5,true,,')
  })

  it('writes times that a calendar has', () => {
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(isoTime(null)).toBeNull()
    expect(isoTime(9e15)).toBeNull()
  })
})

it('puts a table on the clipboard that spreadsheets take apart, and run nothing of', () => {
  const table = clipboardTable([
    ['wompus', null, '=HYPERLINK("x")'],
    ['a\tb\r\nc', '@x', '42'],
  ])
  expect(table).toBe('wompus\t\t\'=HYPERLINK("x")\na b c\t\'@x\t42')
})
