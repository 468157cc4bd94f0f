/** The code of an error of the system or of a library, such as `ENOENT`; `''` where it has none. */
export function errorCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return ''
  return typeof cause.code === 'string' ? cause.code : ''
}

/** Whether a file or folder is not there. */
export const isMissing = (cause: unknown): boolean => errorCode(cause) === 'ENOENT'
