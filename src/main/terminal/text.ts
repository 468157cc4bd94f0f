/** Control characters, and those that reorder or hide text. */
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * Remote text for a dialog or a notice: one line, nothing that steers a terminal or a reader's eye.
 *
 * @param maxLength characters kept; the rest becomes `…`
 */
export function plainLine(text: string, maxLength = 300): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(/\s+/g, ' ')
    .replace(unprintable, '')
    .trim()
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line
}

/** Remote text of several lines, such as a banner: each made plain, empty ones at the end dropped. */
export function plainLines(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map((line) => plainLine(line))
}

/** `host`, or `[host]:port` where the port is not the usual one: as OpenSSH writes it. */
export function hostAndPort(host: string, port: number): string {
  return port === 22 ? host : `[${host}]:${port}`
}
