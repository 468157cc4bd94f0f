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

/** Far above anything that a person would read, characters. */
const maxLine = 1_000

/**
 * Remote text of several lines, such as a banner or a menu, as it was sent: spaces stand, and nothing steers a terminal or
 * a reader's eye. Empty lines at the end are dropped.
 *
 * @param maxLength characters kept; the rest becomes `…`
 */
export function plainLines(text: string, maxLength: number): string[] {
  const kept = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  return kept
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .map((line) => {
      const plain = line
        .replace(/\t/g, '    ')
        .replace(/[^\S ]/g, ' ')
        .replace(unprintable, '')
        .trimEnd()
      return plain.length > maxLine ? `${plain.slice(0, maxLine)}…` : plain
    })
}

/** `host`, or `[host]:port` where the port is not the usual one: as OpenSSH writes it. */
export function hostAndPort(host: string, port: number): string {
  return port === 22 ? host : `[${host}]:${port}`
}

/**
 * The text of a file that begins with UTF-16's mark, as some of Windows' editors and shells write it.
 *
 * @returns null for every other file
 */
export function utf16Text(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return null
  return Buffer.from(bytes.subarray(2, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
}
