import { z } from 'zod'
import { checksText } from './text/checks'

const modifiers = ['Control', 'Alt', 'Shift', 'Super'] as const

/** Keys that work everywhere, in Electron's words: modifiers (not Shift alone), then a letter, a digit or F1 to F24. */
const accelerator =
  /^(?=.*(?:Control|Alt|Super)\+)(?:(?:Control|Alt|Shift|Super)\+)+(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space)$/

/** A shortcut that works while other applications have the focus; `''` for none. */
export const acceleratorSchema = z
  .string()
  .max(60)
  .refine((keys) => keys === '' || accelerator.test(keys), {
    error: () => checksText.keys,
  })

/** The part of a key press that an accelerator is made of; `code` is the place of the key. */
type Press = { code: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean }

/** A key press in Electron's words; `null` for keys that cannot be a shortcut. */
export function acceleratorOf(press: Press): string | null {
  const held = [press.ctrlKey, press.altKey, press.shiftKey, press.metaKey]
  const key = press.code.replace(/^(?:Key|Digit)/, '')
  const keys = [...modifiers.filter((_, index) => held[index]), key].join('+')
  return accelerator.test(keys) ? keys : null
}
