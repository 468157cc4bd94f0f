import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { common } from './common'
import { components } from './components'
import { files } from './files'
import { keys } from './keys'
import { logs } from './logs'
import { lookup } from './lookup'
import { machines } from './machines'
import { rowState } from './row-state'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { shortcuts } from './shortcuts'
import { spans } from './spans'
import { sshHosts } from './ssh-hosts'
import { terminal } from './terminal'
import { terminalSettings } from './terminal-settings'
import { tray } from './tray'

/** Every area in German. */
export const german = {
  accounts,
  actionLog,
  aliases,
  common,
  components,
  files,
  keys,
  logs,
  lookup,
  machines,
  rowState,
  scriptSource,
  scripts,
  shortcuts,
  spans,
  sshHosts,
  terminal,
  terminalSettings,
  tray,
} satisfies Translations
