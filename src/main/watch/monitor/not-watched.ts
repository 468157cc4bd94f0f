import type { AppError } from '../../../shared/result'

/** The error of an account that is off or gone. `message`: that it is, and what to do once it is on again. */
export const notWatched = (message: string): AppError => ({ kind: 'not-found', message })
