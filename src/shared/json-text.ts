/** Most levels of nesting that are written; deeper ones help no reader, and cost every parser its stack. */
const deepest = 100

const left = '"…"'

/**
 * Foreign JSON as text, so that nothing that it passes has to walk through it: always valid JSON, of at most about
 * `most` characters. What is too long or too deep is left out, with … in its place.
 *
 * @param value what came out of `JSON.parse`, however deep; `undefined` reads `null`
 * @param clean what becomes of every text in it, names included
 */
export function jsonText(
  value: unknown,
  most: number,
  clean: (text: string) => string = (text) => text,
): string {
  const parts: string[] = []
  let room = most
  const put = (part: string) => {
    parts.push(part)
    room -= part.length
  }
  const putText = (whole: string) => {
    const text = clean(whole)
    put(JSON.stringify(text.length > room ? `${text.slice(0, Math.max(0, room))}…` : text))
  }
  const putItems = <T>(items: readonly T[], brackets: '[]' | '{}', putItem: (item: T) => void) => {
    put(brackets.charAt(0))
    for (const [index, item] of items.entries()) {
      if (index > 0) put(',')
      if (room > 0) {
        putItem(item)
        continue
      }
      put(brackets === '[]' ? left : `${left}:${left}`)
      break
    }
    put(brackets.charAt(1))
  }
  const walk = (from: unknown, depth: number): void => {
    if (typeof from === 'string') putText(from)
    else if (typeof from !== 'object' || from === null) put(JSON.stringify(from) ?? 'null')
    else if (depth >= deepest) put(left)
    else if (Array.isArray(from)) putItems(from, '[]', (item) => walk(item, depth + 1))
    else
      putItems(Object.entries(from), '{}', ([name, item]) => {
        putText(name)
        put(':')
        walk(item, depth + 1)
      })
  }
  walk(value, 0)
  return parts.join('')
}

/** Levels up to which JSON is laid out in lines: deeper, the indents would be longer than what they hold. */
const mostLevels = 20

/** Strings, signs, and what lies between them. */
const tokens = /"(?:[^"\\]+|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * JSON text in lines as `JSON.stringify` would indent it, with every number as it is written; deep JSON as it is. It may be
 * cut off.
 */
export function indentedJson(json: string): string {
  let text = ''
  let levels = 0
  let last = ''
  const newLine = () => `\n${'  '.repeat(levels)}`
  for (const [token] of json.matchAll(tokens)) {
    const opens = last === '{' || last === '['
    if (token === '}' || token === ']') {
      levels = Math.max(0, levels - 1)
      text += opens ? token : newLine() + token
    } else if (token === ',') text += token
    else if (token === ':') text += ': '
    else text += (opens || last === ',' ? newLine() : '') + token
    if (token === '{' || token === '[') levels += 1
    if (levels > mostLevels) return json
    last = token
  }
  return text
}
