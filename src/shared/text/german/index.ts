import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { acting } from './acting'
import { actionKinds } from './action-kinds'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { backupFile } from './backup-file'
import { batches } from './batches'
import { bulkKinds } from './bulk-kinds'
import { checks } from './checks'
import { closing } from './closing'
import { columns } from './columns'
import { commands } from './commands'
import { common } from './common'
import { components } from './components'
import { connection } from './connection'
import { curl } from './curl'
import { desktop } from './desktop'
import { detailFields } from './detail-fields'
import { exchange } from './exchange'
import { files } from './files'
import { frame } from './frame'
import { healthSigns } from './health-signs'
import { historyFile } from './history-file'
import { keyTrouble } from './key-trouble'
import { keys } from './keys'
import { languageSetting } from './language-setting'
import { logs } from './logs'
import { lookup } from './lookup'
import { machineConnection } from './machine-connection'
import { machines } from './machines'
import { messageForm } from './message-form'
import { navigation } from './navigation'
import { outcomes } from './outcomes'
import { ownFiles } from './own-files'
import { presentation } from './presentation'
import { providers } from './providers'
import { proxy } from './proxy'
import { questions } from './questions'
import { refusals } from './refusals'
import { relations } from './relations'
import { requests } from './requests'
import { restorePlan } from './restore-plan'
import { resultFilters } from './result-filters'
import { rowState } from './row-state'
import { savedFiles } from './saved-files'
import { scopeHealth } from './scope-health'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { serviceAnswers } from './service-answers'
import { services } from './services'
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
  actionKinds,
  actionLog,
  aliases,
  backupFile,
  batches,
  bulkKinds,
  checks,
  closing,
  columns,
  commands,
  common,
  components,
  connection,
  curl,
  desktop,
  detailFields,
  exchange,
  files,
  frame,
  healthSigns,
  historyFile,
  keyTrouble,
  keys,
  languageSetting,
  logs,
  lookup,
  machineConnection,
  machines,
  messageForm,
  navigation,
  outcomes,
  ownFiles,
  presentation,
  providers,
  proxy,
  questions,
  refusals,
  relations,
  requests,
  restorePlan,
  resultFilters,
  rowState,
  savedFiles,
  scopeHealth,
  scriptSource,
  scripts,
  serviceAnswers,
  services,
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
  watchRequests,
  workspace,
} satisfies Translations
