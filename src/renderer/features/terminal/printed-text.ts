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
