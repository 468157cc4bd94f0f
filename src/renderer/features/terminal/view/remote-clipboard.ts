import type { Terminal } from '@xterm/xterm'

/** Longest text that a remote program may put on the clipboard, characters of base64. */
const maxLength = 1_000_000

/** The text of an OSC 52 sequence; `null` for a question (which is never answered), nonsense and far too much. */
export function clipboardText(data: string): string | null {
  if (data.length > maxLength) return null
  const encoded = data.slice(data.indexOf(';') + 1)
  if (encoded === '?' || encoded === '') return null
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Handles the texts that remote programs put on the clipboard (OSC 52). The sequence ends here, allowed or not. */
export const onRemoteClipboard = (terminal: Terminal, write: (text: string) => void): void => {
  terminal.parser.registerOscHandler(52, (data) => {
    const text = clipboardText(data)
    if (text !== null) write(text)
    return true
  })
}
