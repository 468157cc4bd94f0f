import { randomUUID } from 'node:crypto'
import { safeStorage } from 'electron'
import type { Workspace } from '../../shared/contract'
import type { CommandLine } from '../settings/command-line'
import { readConfigFile } from '../settings/config-file'
import { openSettingsFile } from '../settings/stored'
import { WorkspaceKeeper } from '../settings/workspace'
import { systemCipher } from './system/cipher'
import { openVault } from './system/secrets'

/** The workspace of this run: the person's own, the config file's, or the demo's, which comes with its services. */
export function openWorkspace(folder: string, { configFile, demo }: CommandLine) {
  const file = openSettingsFile(folder)
  const vault = openVault(folder, systemCipher(safeStorage))
  const kind: Workspace['kind'] = configFile !== null ? 'managed' : demo ? 'demo' : 'own'
  const keeper = new WorkspaceKeeper({ kind, file, vault, newId: randomUUID })
  if (configFile !== null) keeper.manage(readConfigFile(configFile))
  return { kind, file, vault, keeper }
}
