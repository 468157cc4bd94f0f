import { isJoined } from './host-widths'

/**
 * Most marks on one letter, as many as Unicode's own format for streams allows (UAX 15): a letter with a million of them
 * would take a million times as long to draw.
 */
const mostMarks = 30
/** The first code point that can be a mark. */
const firstMark = 0x300
const firstBeyondAscii = 0x80

/**
 * Output that is parsed before the page has its turn, letters. A control character, and the sequence that may follow it,
 * counts as some letters.
 */
const letters = { slice: 128 * 1024, control: 16 } as const

const weightOf = (code: number): number => (code < 0x20 ? letters.control : 1)

/** A piece of output for the parser: ASCII as it came, which is the quickest, and text where there is more. */
type Slice = string | Uint8Array

/** Makes of what a remote side prints what a terminal parses: bytes that are no UTF-8 become U+FFFD, as in xterm. */
export class OutputText {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** The last character may not be complete. */
  #isOpen = false
  /** Marks in a row, up to where the text was read. */
  #marks = 0

  /** The next bytes, in slices. A character that is not complete comes with the bytes after them. */
  read(bytes: Uint8Array): Slice[] {
    const ascii = this.#isOpen ? null : slicesOfAscii(bytes)
    if (ascii) {
      this.#marks = 0
      return ascii
    }
    this.#isOpen = (bytes.at(-1) ?? 0) >= firstBeyondAscii
    return this.#slicesOf(sinceReset(this.#decoder.decode(bytes, { stream: true })))
  }

  #slicesOf(text: string): string[] {
    const slices: string[] = []
    let slice = ''
    let kept = 0
    let weight = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      weight += weightOf(code)
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

/** Bytes that are ASCII alone, in slices; `null` where they are not, or where text is to be left out. */
function slicesOfAscii(bytes: Uint8Array): Uint8Array[] | null {
  const slices: Uint8Array[] = []
  let begin = 0
  let weight = 0
  let resets = 0
  let before = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] ?? 0
    if (code >= firstBeyondAscii) return null
    if (code === reset.last && before === reset.first && ++resets > 1) return null
    before = code
    weight += weightOf(code)
    if (weight < letters.slice) continue
    slices.push(bytes.subarray(begin, at + 1))
    begin = at + 1
    weight = 0
  }
  slices.push(bytes.subarray(begin))
  return slices
}

/** A full reset, `ESC c`. */
const reset = { first: 0x1b, last: 0x63, text: '\x1bc' } as const

/** Without what is between two full resets: nothing is left of it, and each costs as much as thousands of letters. */
function sinceReset(text: string): string {
  const first = text.indexOf(reset.text)
  const last = first < 0 ? first : text.lastIndexOf(reset.text)
  return first === last ? text : text.slice(0, first) + text.slice(last)
}
