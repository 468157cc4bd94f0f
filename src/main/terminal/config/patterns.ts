/**
 * Whether a text matches an OpenSSH pattern of `*` and `?`, without regard to case. Linear in practice: a regular
 * expression made of somebody's file could be made to run for hours.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase()
  const given = text.toLowerCase()
  let p = 0
  let t = 0
  let star = -1
  let starText = 0
  while (t < given.length) {
    if (wanted[p] === '*') {
      star = p++
      starText = t
    } else if (p < wanted.length && (wanted[p] === '?' || wanted[p] === given[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++starText
    } else {
      return false
    }
  }
  while (wanted[p] === '*') p++
  return p === wanted.length
}

/** Whether a text matches an OpenSSH pattern list: one positive pattern at least, and no negated (`!`) one. */
export function matchesPatternList(patterns: readonly string[], text: string): boolean {
  let matched = false
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!')
    if (!matchesPattern(negated ? pattern.slice(1) : pattern, text)) continue
    if (negated) return false
    matched = true
  }
  return matched
}
