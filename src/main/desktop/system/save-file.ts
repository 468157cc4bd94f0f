import path from 'node:path'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { desktopText } from '../../../shared/text/desktop'
import { errorCode } from '../../lib/errno'

/** Longest proposed name, characters: every file system takes it. */
const longestName = 120

/** Windows' device names, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Characters that some file system refuses or reads as a path, and invisible ones. */
const unfit = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu

/** Makes a window's proposal a file name valid on any system: no path, nothing hidden or reserved. */
export function safeFileName(name: string): string {
  const plain = name
    .slice(-longestName)
    .replace(unfit, '-')
    .replace(/^[.\s-]+/, '')
    .replace(/[.\s]+$/, '')
  if (plain === '') return 'sessiondeck.txt'
  return device.test(plain) ? `-${plain}` : plain
}

/** What saving depends on. */
export type SaveFileSystem = {
  /** Asks the person where; `null` if they cancel. */
  ask(suggestedName: string): Promise<string | null>
  /** Writes all or nothing. */
  write(file: string, text: string): Promise<void>
  /** `code`: the system's, such as `ENOSPC`; the error itself names the file. */
  onFailure(code: string): void
  /** Shows a file in the system's file manager. */
  reveal(file: string): void
}

/**
 * Saves texts where the person says. Whoever asks learns the name of the file, and neither its folder nor what else is
 * there. One question at a time.
 */
export class FileSaver {
  readonly #system: SaveFileSystem
  #isAsking = false
  #last: string | null = null

  constructor(system: SaveFileSystem) {
    this.#system = system
  }

  /** `suggestedName`: may be anything; only a plain file name is proposed. */
  async save(suggestedName: string, text: string): Promise<Result<{ savedAs: string | null }>> {
    if (this.#isAsking) return err({ kind: 'cancelled', message: desktopText.saving })
    this.#isAsking = true
    try {
      const file = await this.#system.ask(safeFileName(suggestedName))
      if (file === null) return ok({ savedAs: null })
      await this.#system.write(file, text)
      this.#last = file
      return ok({ savedAs: path.basename(file) })
    } catch (cause) {
      const code = errorCode(cause) || 'unknown'
      this.#system.onFailure(code)
      return err(failure(code))
    } finally {
      this.#isAsking = false
    }
  }

  /** Shows the file that was saved last in its folder; does nothing before the first one. */
  reveal(): void {
    if (this.#last !== null) this.#system.reveal(this.#last)
  }
}

const reasons = (): Readonly<Record<string, string>> => ({
  ENOSPC: desktopText.saveDiskFull,
  EDQUOT: desktopText.saveQuota,
  EACCES: desktopText.saveNotAllowed,
  EPERM: desktopText.saveNotAllowed,
  EROFS: desktopText.saveReadOnly,
  EISDIR: desktopText.saveFolder,
})

const failure = (code: string): AppError => ({
  kind: 'internal',
  message: reasons()[code] ?? desktopText.saveRefused,
})
