import { isJoined } from './host-widths'

/**
 * Marks on one letter that are kept, as many as Unicode's own format for streams allows (UAX 15): a letter with a
 * million of them is a million times as long to draw.
 */
const mostMarks = 30
/** What can be a mark begins here. */
const firstMark = 0x300

/**
 * How much is parsed before the page has its turn, in letters. A control character, and the sequence that may follow it,
 * takes as long as some letters.
 */
const letters = { slice: 128 * 1024, control: 16 } as const

const fullReset = '\x1bc'

/** Makes the text of what a remote side prints: bytes that are no UTF-8 become U+FFFD, as they do in xterm. */
export class OutputText {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** Marks in a row, up to where the text was read. */
  #marks = 0

  /** The text of the next bytes, in slices for the parser. A character that is not complete comes with the next bytes. */
  read(bytes: Uint8Array): string[] {
    return this.#slices(sinceReset(this.#decoder.decode(bytes, { stream: true })))
  }

  #slices(text: string): string[] {
    const slices: string[] = []
    let slice = ''
    let kept = 0
    let weight = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      weight += code < 0x20 ? letters.control : 1
      if (code < firstMark) this.#marks = 0
      else {
        const codepoint = text.codePointAt(at) ?? code
        const units = codepoint > 0xffff ? 2 : 1
        this.#marks = isJoined(codepoint) ? this.#marks + 1 : 0
        if (this.#marks > mostMarks) {
          slice += text.slice(kept, at)
          kept = at + units
        }
        at += units - 1
      }
      if (weight < letters.slice) continue
      slices.push(slice + text.slice(kept, at + 1))
      slice = ''
      kept = at + 1
      weight = 0
    }
    slices.push(slice + text.slice(kept))
    return slices
  }
}

/** Without what is between two full resets: nothing is left of it, and each costs as much as thousands of letters. */
function sinceReset(text: string): string {
  const first = text.indexOf(fullReset)
  const last = first < 0 ? first : text.lastIndexOf(fullReset)
  return first === last ? text : text.slice(0, first) + text.slice(last)
}
