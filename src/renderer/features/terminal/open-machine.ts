import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow } from '../../../shared/session'
import { openTerminal } from './connections'

/** Whether a terminal can be opened on a session's machine. */
export const hasMachine = ({ provider, machineId }: RosterRow): boolean =>
  providerCatalog[provider].machines !== null && machineId !== null

/** Opens a terminal on the machine of a session: a session of our own beside it. */
export function openMachine(row: Pick<RosterRow, 'accountId' | 'machineId' | 'machineName'>): void {
  if (row.machineId === null) return
  const machineName = row.machineName ?? row.machineId
  openTerminal(
    { kind: 'machine', accountId: row.accountId, machineId: row.machineId, machineName },
    machineName,
  )
}
