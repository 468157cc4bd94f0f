import styles from './Kbd.module.css'

const isMac = /mac/i.test(globalThis.navigator?.platform ?? '')

const macSigns: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Enter: '↵' }
const otherWords: Record<string, string> = { Mod: 'Ctrl' }

/**
 * The words of a shortcut as this system writes them: `Mod+Enter` is "⌘↵" on a Mac and "Ctrl+Enter" elsewhere.
 */
export const shortcutText = (shortcut: string, mac = isMac): string =>
  shortcut
    .split('+')
    .map((part) => (mac ? (macSigns[part] ?? part) : (otherWords[part] ?? part)))
    .join(mac ? '' : '+')

/** A keyboard shortcut such as `Mod+Enter`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{shortcutText(keys)}</kbd>
}
