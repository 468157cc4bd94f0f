import type { IBuffer } from '@xterm/xterm'

/** Everything that was printed into a buffer and is still remembered, as plain text. */
export function printedText(buffer: Pick<IBuffer, 'length' | 'getLine'>): string {
  const lines: string[] = []
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row)
    // A line that goes on in the next row keeps its spaces at the edge.
    const text = line?.translateToString(!buffer.getLine(row + 1)?.isWrapped) ?? ''
    if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`)
    else lines.push(text)
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** The last row with anything in it; -1 where nothing was printed. */
export function lastPrintedRow(buffer: Pick<IBuffer, 'length' | 'getLine'>): number {
  for (let row = buffer.length - 1; row >= 0; row -= 1)
    if (buffer.getLine(row)?.translateToString(true)) return row
  return -1
}
