import type { Translation } from '../catalogue'
import type { keysText } from '../keys'

export const keys: Translation<typeof keysText> = {
  ctrl: 'Strg',
  shift: 'Umschalt',
  space: 'Leertaste',
  del: 'Entf',
  insert: 'Einfg',
  home: 'Pos1',
  end: 'Ende',
  pageUp: 'Bild↑',
  pageDown: 'Bild↓',
}
