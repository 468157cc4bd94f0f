import type { Translations } from '../catalogue'
import { connection } from './connection'
import { keyTrouble } from './key-trouble'
import { machineConnection } from './machine-connection'
import { proxy } from './proxy'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { tls } from './tls'
import { tray } from './tray'

/** Every area in German. */
export const german = {
  connection,
  keyTrouble,
  machineConnection,
  proxy,
  ssh,
  sshConfig,
  tls,
  tray,
} satisfies Translations
