import { z } from 'zod'
import { create } from 'zustand'
import { storedRecord } from '../../lib/checks'
import { terminalThemes } from './view/terminal-themes'

/** Font sizes that can be read, CSS px. */
export const fontSizes = { min: 8, max: 32, default: 13 } as const

const firstTheme = (kind: 'light' | 'dark') => terminalThemes.find((theme) => theme.kind === kind)?.id ?? ''

const preferencesSchema = z.object({
  /** A font of this machine; empty: the one that comes with Sessiondeck. */
  fontFamily: z.string().max(100).catch(''),
  fontSize: z.number().int().min(fontSizes.min).max(fontSizes.max).catch(fontSizes.default),
  /** Theme ids while the window is light and while it is dark. */
  lightTheme: z.string().catch(firstTheme('light')),
  darkTheme: z.string().catch(firstTheme('dark')),
  /** Contrast that text has at least, as WCAG counts it, whatever colours a program chose; 1 leaves them as they are. */
  minimumContrast: z.literal([1, 3, 4.5, 7]).catch(4.5),
  /** Lines that can be scrolled back to. */
  scrollback: z.number().int().min(0).max(100_000).catch(10_000),
  cursor: z.enum(['block', 'bar', 'underline']).catch('block'),
  cursorBlink: z.boolean().catch(false),
  bell: z.enum(['visual', 'off']).catch('visual'),
  copyOnSelect: z.boolean().catch(false),
  /** Warn before pasting multiple lines. Hidden characters always need a confirmation. */
  warnLines: z.boolean().catch(true),
  /** A remote program may put text on the clipboard (OSC 52); it can never read it. */
  remoteClipboard: z.boolean().catch(false),
  /** On a Mac, Option sends Meta; else it types what the keyboard has under it, such as @ and |. */
  optionIsMeta: z.boolean().catch(false),
  /** Tells a screen reader what is printed. */
  screenReader: z.boolean().catch(false),
})
export type TerminalPreferences = z.infer<typeof preferencesSchema>

const storageName = 'sessiondeck.terminal-preferences'

/** Preferences as they were kept; what is wrong or missing is as on the first day. */
export const preferencesOf = (kept: Readonly<Record<string, unknown>>): TerminalPreferences =>
  preferencesSchema.parse(kept)

/** How terminals look and behave, as the person last chose. */
export const useTerminalPreferences = create<TerminalPreferences>(() =>
  preferencesOf(storedRecord(storageName)),
)

/** Changes some of them, at once and for the runs to come. */
export function setPreferences(part: Partial<TerminalPreferences>): void {
  useTerminalPreferences.setState(part)
  globalThis.localStorage.setItem(storageName, JSON.stringify(useTerminalPreferences.getState()))
}

/** Makes the letters bigger or smaller; `0` gives them their first size. */
export function zoom(step: -1 | 0 | 1): void {
  const { fontSize } = useTerminalPreferences.getState()
  const wanted = step === 0 ? fontSizes.default : fontSize + step
  setPreferences({ fontSize: Math.min(fontSizes.max, Math.max(fontSizes.min, wanted)) })
}
