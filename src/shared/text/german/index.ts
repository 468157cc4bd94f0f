import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { checks } from './checks'
import { columns } from './columns'
import { common } from './common'
import { components } from './components'
import { connection } from './connection'
import { files } from './files'
import { keyTrouble } from './key-trouble'
import { keys } from './keys'
import { logs } from './logs'
import { lookup } from './lookup'
import { machineConnection } from './machine-connection'
import { machines } from './machines'
import { ownFiles } from './own-files'
import { providers } from './providers'
import { proxy } from './proxy'
import { questions } from './questions'
import { relations } from './relations'
import { requests } from './requests'
import { rowState } from './row-state'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { shortcuts } from './shortcuts'
import { spans } from './spans'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { sshHosts } from './ssh-hosts'
import { terminal } from './terminal'
import { terminalSettings } from './terminal-settings'
import { tls } from './tls'
import { tray } from './tray'
import { workspace } from './workspace'

/** Every area in German. */
export const german = {
  accounts,
  actionLog,
  aliases,
  checks,
  columns,
  common,
  components,
  connection,
  files,
  keyTrouble,
  keys,
  logs,
  lookup,
  machineConnection,
  machines,
  ownFiles,
  providers,
  proxy,
  questions,
  relations,
  requests,
  rowState,
  scriptSource,
  scripts,
  shortcuts,
  spans,
  ssh,
  sshConfig,
  sshHosts,
  terminal,
  terminalSettings,
  tls,
  tray,
  workspace,
} satisfies Translations
