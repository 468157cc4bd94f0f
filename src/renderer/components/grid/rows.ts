import type { ShortcutId } from '../../lib/shortcuts'

/** The rows of a grid in their order, by their keys. Another object when they or their order are others. */
export interface RowSource {
  readonly count: number
  /** `undefined`: this row is not at hand yet. */
  keyAt(index: number): string | undefined
  /** `-1`: no row that is at hand has this key. */
  indexOf(key: string): number
}

/** A row and its place, from 0. */
export type RowAt = { readonly key: string; readonly index: number }

/** Which rows are chosen, as clicks and keys change it. */
export interface RowChoice {
  /** A key moved the focus to a row; with `keeps` what is chosen stays. */
  move(row: RowAt, keeps: boolean): void
  toggle(row: RowAt): void
  /** Chooses the rows from where the range began to this one. */
  extendTo(row: RowAt): void
  all(): void
}

/** What clicks and keys do to a grid's rows. */
export interface RowActions {
  /** A click or Enter. */
  open?(row: RowAt): void
  /** Without it, no row can be chosen. */
  choice?: RowChoice
  /** Esc. `false`: there was nothing to leave, and the key belongs to whatever is around. */
  leave?(): boolean
  /** Further keys. */
  shortcuts?: readonly { id: ShortcutId; run(key: string): void }[]
}

/** Rows that are all at hand. */
export const rowsOf = <R>(rows: readonly R[], keyOf: (row: R) => string): RowSource => ({
  count: rows.length,
  keyAt(index) {
    const row = rows[index]
    return row === undefined ? undefined : keyOf(row)
  },
  indexOf: (key) => rows.findIndex((row) => keyOf(row) === key),
})
