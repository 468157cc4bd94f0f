/** What the keyboard can do, as the settings list it. `keys` are alternatives. */
export const shortcuts: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/', 'Mod+F'], does: 'Search sessions' },
  { keys: ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End'], does: 'Move in the list' },
  { keys: ['Space'], does: 'Select the row' },
  { keys: ['Mod+A'], does: 'Select all rows' },
  { keys: ['Enter'], does: 'Open the details' },
  { keys: ['M'], does: 'Message the session' },
  { keys: ['Del'], does: 'Disconnect the session' },
  { keys: ['Mod+Enter'], does: 'Do what the open dialog asks' },
  { keys: ['Mod+B'], does: 'Fold the navigation' },
  { keys: ['Mod+,'], does: 'Settings' },
  { keys: ['Esc'], does: 'Close the dialog or the details' },
]
