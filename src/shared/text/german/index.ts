import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { acting } from './acting'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { backupFile } from './backup-file'
import { common } from './common'
import { components } from './components'
import { connection } from './connection'
import { desktop } from './desktop'
import { detailFields } from './detail-fields'
import { exchange } from './exchange'
import { files } from './files'
import { historyFile } from './history-file'
import { keyTrouble } from './key-trouble'
import { keys } from './keys'
import { logs } from './logs'
import { lookup } from './lookup'
import { machineConnection } from './machine-connection'
import { machines } from './machines'
import { ownFiles } from './own-files'
import { proxy } from './proxy'
import { restorePlan } from './restore-plan'
import { rowState } from './row-state'
import { scopeHealth } from './scope-health'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { serviceAnswers } from './service-answers'
import { shortcuts } from './shortcuts'
import { spans } from './spans'
import { ssh } from './ssh'
import { sshConfig } from './ssh-config'
import { sshHosts } from './ssh-hosts'
import { terminal } from './terminal'
import { terminalSettings } from './terminal-settings'
import { threads } from './threads'
import { tls } from './tls'
import { tray } from './tray'
import { updateProblems } from './update-problems'
import { walls } from './walls'
import { watchRequests } from './watch-requests'
import { workspace } from './workspace'

/** Every area in German. */
export const german = {
  accounts,
  acting,
  actionLog,
  aliases,
  backupFile,
  common,
  components,
  connection,
  desktop,
  detailFields,
  exchange,
  files,
  historyFile,
  keyTrouble,
  keys,
  logs,
  lookup,
  machineConnection,
  machines,
  ownFiles,
  proxy,
  watchRequests,
  restorePlan,
  rowState,
  scopeHealth,
  scriptSource,
  scripts,
  serviceAnswers,
  shortcuts,
  spans,
  ssh,
  sshConfig,
  sshHosts,
  terminal,
  terminalSettings,
  threads,
  tls,
  tray,
  updateProblems,
  walls,
  workspace,
} satisfies Translations
