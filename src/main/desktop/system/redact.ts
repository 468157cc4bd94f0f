/** What must never be written: known secrets, longest first, so one inside another leaves no rest. */
export type Redactor = (text: string) => string

const hidden = '[hidden]'
const patterns: readonly (readonly [RegExp, string])[] = [
  // Bearer abc, Authorization: abc, "token":"abc", password=abc, ?key=abc
  [/\b(bearer|basic)\s+[\w.~+/=-]{4,}/gi, `$1 ${hidden}`],
  [
    /(["']?\b(?:authorization|api[-_ ]?key|user[-_ ]?key|key|token|secret|credential|password|passphrase|hwid)["']?\s*[:=]\s*)(?!\[hidden\]|bearer |basic )("[^"]*"|'[^']*'|[^\s,;&}\])]+)/gi,
    `$1${hidden}`,
  ],
  [/\b[\w.%+-]+@[\w-]+(\.[\w-]+)+\b/g, '[e-mail]'],
  // This machine's own address identifies nobody.
  [/\b(?!127\.)(?:\d{1,3}\.){3}\d{1,3}\b/g, '[address]'],
]

/** Long enough to identify a person, session or key: the end is kept, to tell two apart. */
const longId = /(?<![\w-])(?=[\w-]*\d)[\w-]{16,}/g

/**
 * The last line of defence before a text reaches the log file: known secrets, what looks like one, addresses of
 * people, and all but the end of long ids.
 */
export function createRedactor(secrets: () => readonly string[]): Redactor {
  return (text) => {
    let safe = text
    const known = secrets().filter((secret) => secret.length >= 4)
    for (const secret of known.sort((a, b) => b.length - a.length)) safe = safe.replaceAll(secret, hidden)
    for (const [pattern, replacement] of patterns) safe = safe.replace(pattern, replacement)
    return safe.replace(longId, (id) => `…${id.slice(-4)}`)
  }
}
