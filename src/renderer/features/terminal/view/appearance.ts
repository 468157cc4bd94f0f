import type { ITerminalOptions } from '@xterm/xterm'
import { useSyncExternalStore } from 'react'
import { useWorkspaceStore } from '../../../stores/workspace'
import { type TerminalPreferences, useTerminalPreferences } from '../terminal-preferences'
import { type TerminalTheme, terminalTheme, xtermTheme } from './terminal-themes'

const ownFont = '"JetBrains Mono Variable"'
const systemIsDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** The CSS font list of a preference; quotes in it cannot end the name. */
export const fontList = (family: string): string => {
  const name = family.replaceAll(/["\\]/g, '').trim()
  return `${name ? `"${name}", ` : ''}${ownFont}, ui-monospace, monospace`
}

/** Whether the window is dark now. */
export function windowKind(): TerminalTheme['kind'] {
  const theme = useWorkspaceStore.getState().workspace?.settings.theme ?? 'system'
  if (theme !== 'system') return theme
  return systemIsDark?.matches ? 'dark' : 'light'
}

/** The theme that terminals have now. */
export function currentTheme(preferences = useTerminalPreferences.getState()): TerminalTheme {
  const kind = windowKind()
  return terminalTheme(kind === 'dark' ? preferences.darkTheme : preferences.lightTheme, kind)
}

/** The xterm options of a preference. */
export const xtermOptions = (preferences: TerminalPreferences): ITerminalOptions => ({
  fontFamily: fontList(preferences.fontFamily),
  fontSize: preferences.fontSize,
  scrollback: preferences.scrollback,
  cursorStyle: preferences.cursor,
  cursorBlink: preferences.cursorBlink,
  screenReaderMode: preferences.screenReader,
  macOptionIsMeta: preferences.optionIsMeta,
  minimumContrastRatio: preferences.minimumContrast,
  theme: xtermTheme(currentTheme(preferences)),
})

/** Calls `listener` when terminals are to look otherwise; returns how to stop. */
export function onAppearance(listener: () => void): () => void {
  const stops = [
    useTerminalPreferences.subscribe(listener),
    useWorkspaceStore.subscribe((now, before) => {
      if (now.workspace?.settings.theme !== before.workspace?.settings.theme) listener()
    }),
  ]
  systemIsDark?.addEventListener('change', listener)
  return () => {
    for (const stop of stops) stop()
    systemIsDark?.removeEventListener('change', listener)
  }
}

const themeNow = () => currentTheme()

/** The theme that terminals have, whatever changes it: a preference, the window's theme or the system's. */
export const useCurrentTheme = (): TerminalTheme => useSyncExternalStore(onAppearance, themeNow)

/** Resolves when the terminal's font can be measured; a font that does not come is not waited for. */
export async function fontReady(): Promise<void> {
  const { fontFamily, fontSize } = useTerminalPreferences.getState()
  const font = `${fontSize}px ${fontList(fontFamily)}`
  const loaded = Promise.all([document.fonts.load(font), document.fonts.load(`bold ${font}`)])
  await Promise.race([loaded.catch(() => []), new Promise((resolve) => setTimeout(resolve, 1_000))])
}
