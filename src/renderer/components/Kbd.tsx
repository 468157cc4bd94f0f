import { keysText } from '../../shared/text/keys'
import styles from './Kbd.module.css'

const isMac = /mac/i.test(globalThis.navigator?.platform ?? '')

const macSigns: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Enter: '↵' }
/** Keys that have a name in each language. */
const keyNames: Record<string, keyof typeof keysText> = {
  Mod: 'ctrl',
  Ctrl: 'ctrl',
  Shift: 'shift',
  Space: 'space',
  Del: 'del',
  Insert: 'insert',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

function keyWord(key: string): string {
  const name = keyNames[key]
  return name ? keysText[name] : key
}

/**
 * The words of a shortcut as this system writes them: `Mod+Enter` is "⌘↵" on a Mac and "Ctrl+Enter" elsewhere.
 */
export const shortcutText = (shortcut: string, mac = isMac): string =>
  shortcut
    .split('+')
    .map((part) => (mac && macSigns[part]) || keyWord(part))
    .join(mac ? '' : '+')

/** A keyboard shortcut such as `Mod+Enter`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{shortcutText(keys)}</kbd>
}
