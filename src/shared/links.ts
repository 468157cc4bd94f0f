/** A URL in the form in which it was understood, if it is `https:` and hides nobody's name in it; else `null`. */
export function safeLink(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  return url.protocol === 'https:' && !url.username && !url.password ? url.href : null
}
