import type { Json } from '../../shared/action'

/** Levels up to which JSON is laid out in lines: deeper, the indents would be longer than what they hold. */
const mostLevels = 20

/** Strings, signs, and what lies between them. */
const tokens = /"(?:[^"\\]+|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g

/** JSON text in lines as `JSON.stringify` would indent it, with every number as it is written; deep JSON as it is. */
function laidOut(json: string): string {
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

/** What a client answered, for reading and copying. Text is its JSON; anything else is from an earlier version. */
export const answerText = (response: Json): string =>
  typeof response === 'string' ? laidOut(response) : JSON.stringify(response, null, 2)
