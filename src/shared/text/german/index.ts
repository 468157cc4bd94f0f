import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { bulkDialogs } from './bulk-dialogs'
import { common } from './common'
import { components } from './components'
import { connection } from './connection'
import { emptiness } from './emptiness'
import { files } from './files'
import { findPerson } from './find-person'
import { keyTrouble } from './key-trouble'
import { keys } from './keys'
import { logs } from './logs'
import { lookup } from './lookup'
import { machineConnection } from './machine-connection'
import { machines } from './machines'
import { mini } from './mini'
import { ownFiles } from './own-files'
import { paletteDialog } from './palette-dialog'
import { proxy } from './proxy'
import { rebinding } from './rebinding'
import { restoreDialog } from './restore-dialog'
import { rowFacts } from './row-facts'
import { rowState } from './row-state'
import { savedViews } from './saved-views'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { sessionActions } from './session-actions'
import { sessionDetails } from './session-details'
import { sessionList } from './session-list'
import { settingLabels } from './setting-labels'
import { settings } from './settings'
import { shortcuts } from './shortcuts'
import { spans } from './spans'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { sshHosts } from './ssh-hosts'
import { terminal } from './terminal'
import { terminalSettings } from './terminal-settings'
import { terminalShortcuts } from './terminal-shortcuts'
import { tls } from './tls'
import { tray } from './tray'
import { updates } from './updates'
import { welcome } from './welcome'
import { workspace } from './workspace'

/** Every area in German. */
export const german = {
  accounts,
  actionLog,
  aliases,
  bulkDialogs,
  common,
  components,
  connection,
  emptiness,
  files,
  findPerson,
  keyTrouble,
  keys,
  logs,
  lookup,
  machineConnection,
  machines,
  mini,
  ownFiles,
  paletteDialog,
  proxy,
  rebinding,
  restoreDialog,
  rowFacts,
  rowState,
  savedViews,
  scriptSource,
  scripts,
  sessionActions,
  sessionDetails,
  sessionList,
  settingLabels,
  settings,
  shortcuts,
  spans,
  ssh,
  sshConfig,
  sshHosts,
  terminal,
  terminalSettings,
  terminalShortcuts,
  tls,
  tray,
  updates,
  welcome,
  workspace,
} satisfies Translations
