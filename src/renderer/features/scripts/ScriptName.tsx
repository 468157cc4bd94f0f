import type { ScriptRef } from '../../../shared/script-facts'
import { useScriptName } from '../../stores/scripts'
import styles from './scripts.module.css'

/** What a script is called in a list: its name, else its id. */
export function ScriptName({ script }: { script: ScriptRef }) {
  const name = useScriptName(script)
  return name === null ? (
    <code className={styles.name}>{script.scriptId}</code>
  ) : (
    <bdi className={styles.name}>{name}</bdi>
  )
}
