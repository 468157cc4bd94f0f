import type { Translation } from '../catalogue'
import type { rebindingText } from '../rebinding'

export const rebinding: Translation<typeof rebindingText> = {
  change: (does) => `Tasten ändern: ${does}`,
  press: 'Neue Tasten drücken, oder Esc',
  reset: (does) => `Tasten zurücksetzen: ${does}`,
  taken: (does) => `Bereits belegt: ${does}`,
  typed: 'Diese Tasten schreiben etwas. Nehmen Sie Strg oder Alt dazu, oder eine Funktionstaste.',
}
