/** The part of Electron's clipboard used here: 25 answers at once, 44 later. */
type SystemClipboard = {
  readText(): string | Promise<string>
  writeText(text: string): void | Promise<void>
}

/** The clipboard, as far as a window may use it. */
export type WindowClipboard = {
  /** Resolves once the text can be pasted. */
  write(text: string): Promise<void>
  /** `null` while another application has the focus. */
  read(): Promise<string | null>
}

/** @param window the one that asks */
export const windowClipboard = (
  clipboard: SystemClipboard,
  window: { isFocused(): boolean },
): WindowClipboard => ({
  write: async (text) => clipboard.writeText(text),
  read: async () => (window.isFocused() ? clipboard.readText() : null),
})
