import { catalogue } from './catalogue'

/** Choosing other keys for a shortcut. */
export const rebindingText = catalogue.area('rebinding', {
  change: (does: string) => `Change the keys: ${does}`,
  press: 'Press the new keys, or Esc',
  reset: (does: string) => `Reset the keys: ${does}`,
  taken: (does: string) => `Already used: ${does}`,
  typed: 'These keys type something. Add Ctrl or Alt, or take a function key.',
})
