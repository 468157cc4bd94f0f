import { catalogue } from './catalogue'

/** Keys, as they are written on a keyboard. */
export const keysText = catalogue.area('keys', {
  ctrl: 'Ctrl',
  shift: 'Shift',
  space: 'Space',
  del: 'Del',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageUp: 'PageUp',
  pageDown: 'PageDown',
})
