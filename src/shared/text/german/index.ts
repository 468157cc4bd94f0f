import type { Translations } from '../catalogue'
import { connection } from './connection'
import { keyTrouble } from './key-trouble'
import { machineConnection } from './machine-connection'
import { ownFiles } from './own-files'
import { proxy } from './proxy'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { tls } from './tls'
import { tray } from './tray'
import { workspace } from './workspace'

/** Every area in German. */
export const german = {
  connection,
  keyTrouble,
  machineConnection,
  ownFiles,
  proxy,
  ssh,
  sshConfig,
  tls,
  tray,
  workspace,
} satisfies Translations
