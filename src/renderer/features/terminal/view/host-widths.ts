import { Unicode11Addon } from '@xterm/addon-unicode11'
import type { IUnicodeVersionProvider, Terminal } from '@xterm/xterm'

/** The addon's width tables, obtained by having it register them with us. */
function unicode11(): IUnicodeVersionProvider {
  const registered: IUnicodeVersionProvider[] = []
  const unicode = { register: (provider: IUnicodeVersionProvider) => registered.push(provider) }
  // Of a terminal it wants no more than this, which its types do not say.
  Reflect.apply(Unicode11Addon.prototype.activate, new Unicode11Addon(), [{ unicode }])
  const [provider] = registered
  if (!provider) throw new Error('The addon registered no widths')
  return provider
}

/**
 * What is wide, or a mark on the character before, of the characters that came after Unicode 11: the runtime knows them.
 * Emoji, the writings of Asia that fill two cells, marks; and hexagrams and circled numbers, which hosts have always had
 * wide.
 */
const wide =
  /(?!\p{RI})\p{Emoji_Presentation}|[\p{Script=Tangut}\p{Script=Khitan_Small_Script}\u{1aff0}-\u{1b16f}\u31bb-\u31bf\u4dc0-\u4dff\u3248-\u324f]/u
/** Unseen, or joined to what stands before; the second half are vowels and finals of old Hangul. */
const joined = /[\p{Mn}\p{Me}]|(?!\u00ad)\p{Cf}|[\ud7b0-\ud7c6\ud7cb-\ud7fb]/u

function newerWidth(character: string): 0 | 1 | 2 {
  if (wide.test(character)) return 2
  return joined.test(character) ? 0 : 1
}

const version = 'hosts'
/** From here on characters are not all one cell wide. */
const firstMark = 0x300

/** Widths as the C libraries of hosts have them, a code point at a time: what programs there count on. */
class HostWidths implements IUnicodeVersionProvider {
  readonly version = version
  readonly #older = unicode11()
  readonly #newer = new Map<number, 0 | 1 | 2>()

  wcwidth(codepoint: number): 0 | 1 | 2 {
    const older = this.#older.wcwidth(codepoint)
    if (older !== 1 || codepoint < firstMark) return older
    const known = this.#newer.get(codepoint)
    if (known !== undefined) return known
    const width = newerWidth(String.fromCodePoint(codepoint))
    this.#newer.set(codepoint, width)
    return width
  }

  charProperties(codepoint: number, preceding: number): number {
    const width = this.wcwidth(codepoint)
    const before = (preceding >> 1) & 3
    // A mark has the width of what it joins; nothing before it, it stands alone.
    return width === 0 && before > 0 ? (before << 1) | 1 : width << 1
  }
}

const hostWidths = new HostWidths()

/** Whether a character has no cell of its own: it goes with the one before. */
export const isJoined = (codepoint: number): boolean => hostWidths.wcwidth(codepoint) === 0

/** Has a terminal count cells as hosts do. */
export function countAsHosts(terminal: Terminal): void {
  terminal.unicode.register(hostWidths)
  terminal.unicode.activeVersion = version
}
