/** Replaces a part of a text area as a person who types does, so that undo takes it back. */
export function typeInto(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus()
  area.setSelectionRange(from, to)
  // Deprecated, and the only way that keeps the browser's own undo; both of our runtimes have it.
  area.ownerDocument.execCommand('insertText', false, text)
}

/** More than this is written at once, characters: typed, it would hold the window up for minutes. */
const largestTyped = 100_000

/** Replaces the whole text; what was there can be undone back, unless either text is large. */
export function replaceText(area: HTMLTextAreaElement, text: string): void {
  if (area.value === '' || area.value.length + text.length > largestTyped) area.value = text
  else typeInto(area, 0, area.value.length, text)
}
