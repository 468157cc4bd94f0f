import type { AppError } from '../../../shared/result'

/** The error of an account that is off or gone. `then`: what to do once it is on again, such as `look up again`. */
export const notWatched = (then: string): AppError => ({
  kind: 'not-found',
  message: `This account is not watched now. Enable it, then ${then}.`,
})
