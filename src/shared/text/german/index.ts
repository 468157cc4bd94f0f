import type { Translations } from '../catalogue'
import { accounts } from './accounts'
import { acting } from './acting'
import { actionKinds } from './action-kinds'
import { actionLog } from './action-log'
import { aliases } from './aliases'
import { backupFile } from './backup-file'
import { batches } from './batches'
import { bulkDialogs } from './bulk-dialogs'
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
import { emptiness } from './emptiness'
import { exchange } from './exchange'
import { files } from './files'
import { findPerson } from './find-person'
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
import { mini } from './mini'
import { navigation } from './navigation'
import { outcomes } from './outcomes'
import { ownFiles } from './own-files'
import { paletteDialog } from './palette-dialog'
import { presentation } from './presentation'
import { providers } from './providers'
import { proxy } from './proxy'
import { questions } from './questions'
import { rebinding } from './rebinding'
import { refusals } from './refusals'
import { relations } from './relations'
import { requests } from './requests'
import { restoreDialog } from './restore-dialog'
import { restorePlan } from './restore-plan'
import { resultFilters } from './result-filters'
import { rowFacts } from './row-facts'
import { rowState } from './row-state'
import { savedFiles } from './saved-files'
import { savedViews } from './saved-views'
import { scopeHealth } from './scope-health'
import { scriptSource } from './script-source'
import { scripts } from './scripts'
import { serviceAnswers } from './service-answers'
import { services } from './services'
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
import { threads } from './threads'
import { tls } from './tls'
import { tray } from './tray'
import { updateProblems } from './update-problems'
import { updates } from './updates'
import { walls } from './walls'
import { watchRequests } from './watch-requests'
import { welcome } from './welcome'
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
  bulkDialogs,
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
  emptiness,
  exchange,
  files,
  findPerson,
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
  mini,
  navigation,
  outcomes,
  ownFiles,
  paletteDialog,
  presentation,
  providers,
  proxy,
  questions,
  rebinding,
  refusals,
  relations,
  requests,
  restoreDialog,
  restorePlan,
  resultFilters,
  rowFacts,
  rowState,
  savedFiles,
  savedViews,
  scopeHealth,
  scriptSource,
  scripts,
  serviceAnswers,
  services,
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
  threads,
  tls,
  tray,
  updateProblems,
  updates,
  walls,
  watchRequests,
  welcome,
  workspace,
} satisfies Translations
