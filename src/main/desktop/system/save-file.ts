import { type AppError, err, ok, type Result } from '../../../shared/result'
import { errorCode } from '../../lib/errno'

/** Longest name that is proposed, characters: every file system takes it. */
const longestName = 120

/** What Windows keeps for devices, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Characters that some file system refuses or reads as a path, and those that cannot be seen. */
const unfit = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu

/** A name that a window proposes, as a file name on every system: no path, nothing hidden, nothing reserved. */
export function safeFileName(name: string): string {
  const plain = name
    .slice(-longestName)
    .replace(unfit, '-')
    .replace(/^[.\s-]+/, '')
    .replace(/[.\s]+$/, '')
  if (plain === '') return 'sessiondeck.txt'
  return device.test(plain) ? `-${plain}` : plain
}

/** What saving reaches out to. */
type SaveFileParts = {
  /** Asks the person where; `null` when they gave up. */
  ask(suggestedName: string): Promise<string | null>
  /** Writes all or nothing. */
  write(file: string, text: string): Promise<void>
  /** `code`: the system's, such as `ENOSPC`; the error itself names the file. */
  onFailure(code: string): void
}

/**
 * Saves a text where the person says; answers whether it was saved. Whoever asks learns neither where nor what else is
 * there. One question at a time.
 */
export function createFileSaver(parts: SaveFileParts) {
  let asking = false
  return async (suggestedName: string, text: string): Promise<Result<{ saved: boolean }>> => {
    if (asking) return err(busy)
    asking = true
    try {
      const file = await parts.ask(safeFileName(suggestedName))
      if (file === null) return ok({ saved: false })
      await parts.write(file, text)
      return ok({ saved: true })
    } catch (cause) {
      const code = errorCode(cause) || 'unknown'
      parts.onFailure(code)
      return err(failure(code))
    } finally {
      asking = false
    }
  }
}

const busy: AppError = { kind: 'cancelled', message: 'Another file is being saved. Finish that first.' }

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your quota on that disk is used up.',
  EACCES: 'You may not write there.',
  EPERM: 'You may not write there.',
  EROFS: 'That disk is read-only.',
  EISDIR: 'There is a folder of that name.',
}

const failure = (code: string): AppError => ({
  kind: 'internal',
  message: `The file was not saved. ${reasons[code] ?? 'The disk refused it.'} Choose another place.`,
})
