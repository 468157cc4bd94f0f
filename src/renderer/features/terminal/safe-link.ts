/** Whether a text is an address that may be opened: `https:` and nobody's name in it. The shell checks again. */
export function isSafeLink(text: string): boolean {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && !url.username && !url.password
  } catch {
    return false
  }
}
