/** The end of the string that begins at `start`: the index behind its closing quote. */
function endOfString(json: string, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

/** The end of the value that begins at `start`, an entry of an object or a list. Knows nothing of what is inside. */
function endOfValue(json: string, start: number): number {
  let depth = 0
  let at = start
  while (at < json.length) {
    const sign = json[at]
    if (sign === '"') {
      at = endOfString(json, at)
      continue
    }
    if (sign === '{' || sign === '[') depth += 1
    if (depth === 0 && (sign === ',' || sign === '}' || sign === ']')) return at
    if (sign === '}' || sign === ']') depth -= 1
    at += 1
  }
  return at
}

/**
 * The JSON object in `json` with the values of its own members of this name as texts of their JSON, so that whoever parses
 * it never sees into them. Other text comes back as it is.
 */
export function withMemberAsText(json: string, name: string): string {
  let quoted = ''
  let copied = 0
  let at = json.indexOf('{') + 1
  if (at === 0 || json.slice(0, at - 1).trim() !== '') return json
  while (at < json.length) {
    const key = json.indexOf('"', at)
    const colon = key < 0 ? -1 : json.indexOf(':', endOfString(json, key))
    if (colon < 0) break
    const end = endOfValue(json, colon + 1)
    if (json.slice(key, endOfString(json, key)) === JSON.stringify(name)) {
      quoted += `${json.slice(copied, colon + 1)}${JSON.stringify(json.slice(colon + 1, end).trim())}`
      copied = end
    }
    at = end + 1
  }
  return quoted + json.slice(copied)
}
