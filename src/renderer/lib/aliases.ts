import { aliasesText } from '../../shared/text/aliases'

/** What an alias says that it stands for. */
export type AliasKind = keyof typeof aliasesText

/** Most words of a name that is searched in texts. */
const mostWords = 4
/** Shortest name that is searched in texts, characters: a shorter one would be found in half of all words. */
const shortestFound = 3
/** Shortest secret that is searched in texts, characters: a shorter one may be a word, such as “unknown” for a hardware id. */
const shortestSecret = 8

/** E-mail addresses, and `user@host`. */
const addresses = /[^\s@<>"'“‘(]+@[^\s@<>"'”’,;:)]+/g
const ipv4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)/g
/** Four groups at least, or two colons side by side: a time of day is no address. */
const ipv6 =
  /(?<![\w:])(?:(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}|(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)(?![\w:])/gi
/** UUIDs (jobs, most of all), keys and hardware ids by their length, and Discord ids. */
const tokens = /(?<![\w-])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24,}|\d{17,19})(?![\w-])/gi
/** What `maskId` leaves of an id. */
const tails = /(?<!\w)…\w{4}(?!\w)/g
/** What may stand between the words of a text, marks of direction included. */
const gaps = /([\s,;()“”"‘’'\u2066-\u2069]+|[.:!?](?=\s|$))/u

/** Stands for a personal value whose instances need not be told apart; not even its length shows. */
export const masked = '•••••'

/**
 * Stand-ins for names: "User 3F". The same name has the same one until the app ends, and two names never share one,
 * so that rows can be told apart. Counted, not computed: nothing of the name is in it.
 */
export class Aliases {
  readonly #byName = new Map<string, string>()
  readonly #given = new Map<AliasKind, number>()

  /** The stand-in of a name. */
  of(kind: AliasKind, name: string): string {
    if (name === '') return ''
    const known = this.#byName.get(name)
    if (known !== undefined) return known
    const number = (this.#given.get(kind) ?? 0) + 1
    this.#given.set(kind, number)
    const alias = aliasesText[kind](number.toString(16).toUpperCase().padStart(2, '0'))
    this.#byName.set(name, alias)
    return alias
  }

  /** Has a key, a hardware id or an address hidden in texts from now on; `null` is none. */
  cover(secret: string | null): void {
    if (secret !== null && secret.length >= shortestSecret) this.#byName.set(secret, masked)
  }

  /** The stand-in that a whole text has been given; the text itself where it has none. */
  standIn(text: string): string {
    return this.#byName.get(text) ?? text
  }

  /** A text in which names that have a stand-in, secrets, addresses and what looks like a key, a Discord id or a job are replaced. */
  hideIn(text: string): string {
    const patterns = [addresses, ipv4, ipv6, tokens, tails]
    return patterns.reduce((shown, each) => shown.replace(each, masked), this.#hideNames(text))
  }

  #hideNames(text: string): string {
    const whole = this.#byName.get(text)
    if (whole !== undefined) return whole
    // Words at the even places, what stands between them at the odd ones.
    const parts = text.split(gaps)
    const hidden: string[] = []
    for (let at = 0; at < parts.length; ) {
      const found = at % 2 === 0 ? this.#longestAt(parts, at) : null
      hidden.push(found?.alias ?? parts[at] ?? '')
      at += found?.parts ?? 1
    }
    return hidden.join('')
  }

  #longestAt(parts: readonly string[], at: number): { alias: string; parts: number } | null {
    for (let length = 2 * mostWords - 1; length > 0; length -= 2) {
      const name = parts.slice(at, at + length).join('')
      const alias = name.length < shortestFound ? undefined : this.#byName.get(name)
      if (alias !== undefined) return { alias, parts: length }
    }
    return null
  }
}
