import { type ColumnId, columns } from '../../../shared/columns/columns'
import type { GridColumn } from '../../components/grid/grid-columns'

/** A column of the list as its grid draws it. */
export type SessionColumn = GridColumn & { readonly id: ColumnId }

/** The columns of the list that are shown, in their order. */
export const sessionColumns = (shown: readonly ColumnId[]): readonly SessionColumn[] =>
  shown.map((id) => ({ id, ...columns[id] }))
