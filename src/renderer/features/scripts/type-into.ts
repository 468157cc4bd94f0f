/** Replaces a part of a text area as a person who types does, so that undo takes it back. */
export function typeInto(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus()
  area.setSelectionRange(from, to)
  // Deprecated, and the only way that keeps the browser's own undo; both of our runtimes have it.
  area.ownerDocument.execCommand('insertText', false, text)
}
