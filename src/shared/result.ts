import type { AppError } from './app-error'

export type { AppError, AppErrorKind } from './app-error'

/** A value, or an error that a person can act on. The only thing that crosses a border between parts. */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E }

/** Wraps a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** Wraps a failure. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
