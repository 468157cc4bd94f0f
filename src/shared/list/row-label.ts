import type { RosterRow } from '../session'

/** The fields of a row that name its session. */
type RowNames = Pick<RosterRow, 'id' | 'userName' | 'robloxId' | 'userId' | 'machineName'>

/** Who uses a session: the name, else the Roblox id, else VSay's user id. */
export const userText = (row: Pick<RowNames, 'userName' | 'robloxId' | 'userId'>): string | null =>
  row.userName ?? row.robloxId ?? row.userId

/** How a row names its session to a person. */
export const rowLabel = (row: RowNames): string => userText(row) ?? row.machineName ?? row.id
