import type { ColumnId } from '../columns/columns'
import { type ScriptNames, scriptNameOf } from '../script-names'
import type { RosterRow } from '../session'

/** What of a row is text to read. */
type RowNames = Pick<
  RosterRow,
  | 'accountId'
  | 'id'
  | 'userName'
  | 'robloxId'
  | 'userId'
  | 'scriptId'
  | 'machineId'
  | 'machineName'
  | 'placeId'
  | 'universeId'
  | 'jobId'
>

/** What the user column shows: the name, else the Roblox id, else VSay's user id. */
export const userText = (row: RowNames): string | null => row.userName ?? row.robloxId ?? row.userId

/** How a row names its session to a person. */
export const rowLabel = (row: RowNames): string => userText(row) ?? row.machineName ?? row.id

/** The text of a text column; `null` where the service says nothing. A script that has a name goes by it. */
export function columnText(row: RowNames, column: ColumnId, names: ScriptNames): string | null {
  switch (column) {
    case 'user':
      return userText(row)
    case 'script':
      return scriptNameOf(names, row) ?? row.scriptId ?? row.machineName ?? row.machineId
    case 'place':
      return row.placeId ?? row.universeId
    case 'job':
      return row.jobId
    default:
      return null
  }
}

/** Whether what `columnText` gives is an id, compared letter by letter, and not a name that somebody chose. */
export function isIdText(row: RowNames, column: ColumnId, names: ScriptNames): boolean {
  if (column === 'user') return row.userName === null
  if (column === 'script')
    return row.scriptId === null ? row.machineName === null : scriptNameOf(names, row) === null
  return true
}

const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g

/** A name to put inside a sentence: whatever marks of direction it holds, the words around it keep their order. */
export const isolated = (name: string): string => `\u2068${name.replace(directionMarks, '')}\u2069`

const beginsRightToLeft = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Whether a text is written from right to left: its first letter says. */
export const isRightToLeft = (text: string): boolean => beginsRightToLeft.test(text)
