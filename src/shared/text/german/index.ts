import type { Translations } from '../catalogue'
import { connection } from './connection'
import { keyTrouble } from './key-trouble'
import { machineConnection } from './machine-connection'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { tray } from './tray'

/** Every area in German. */
export const german = {
  connection,
  keyTrouble,
  machineConnection,
  ssh,
  sshConfig,
  tray,
} satisfies Translations
