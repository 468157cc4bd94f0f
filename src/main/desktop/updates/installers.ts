import { execFile } from 'node:child_process'
import { chmod, copyFile, rename, rm } from 'node:fs/promises'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { updateProblemsText } from '../../../shared/text/update-problems'
import { errorCode } from '../../lib/errno'
import type { PackageInstaller } from '../../updates/updates'

/** Ends this application and starts the one that is in its place now. `program`: what to start, if not what runs. */
export type Restart = (program?: string) => void

/** What a program that ran to its end has said. `code` is a text where it could not be started. */
type Ended = { code: number | string; stderr: string }

/** Runs a program to its end; nothing waits for it but the caller. */
export type Run = (program: string, words: string[]) => Promise<Ended>

/** Runs a program of this system. */
export const run: Run = (program, words) =>
  new Promise((resolve) => {
    const child = execFile(program, words, (cause, _stdout, stderr) =>
      resolve({ code: cause ? (cause.code ?? 1) : 0, stderr }),
    )
    child.stdin?.end()
  })

/** How pkexec ends when the person gave no password, or when there was nobody to ask. */
const notAllowed: readonly (number | string)[] = [126, 127]

/**
 * Debian's way. The system itself asks for the password, and this application runs on until the package is in place, whatever
 * becomes of the question.
 */
export function debInstaller(run: Run, restart: Restart, isRoot: boolean): PackageInstaller {
  return {
    async install(file) {
      // apt-get rather than dpkg: it looks at what the package needs before it changes anything.
      const words = ['apt-get', 'install', '--yes', '--no-install-recommends', file]
      const [program = '', ...rest] = isRoot ? words : ['pkexec', ...words]
      const { code, stderr } = await run(program, rest)
      if (code !== 0) return err(debError(code, stderr, file))
      restart()
      return ok(undefined)
    },
  }
}

function debError(code: number | string, stderr: string, file: string): AppError {
  const command = `sudo apt install '${file}'`
  if (code === 'ENOENT')
    return {
      kind: 'unsupported',
      message: updateProblemsText.noPkexec(command),
    }
  if (notAllowed.includes(code))
    return {
      kind: 'cancelled',
      message: updateProblemsText.notAllowed(command),
    }
  const isBusy = /lock/i.test(stderr)
  const { installerBusy, installerRefused } = updateProblemsText
  return { kind: 'internal', message: (isBusy ? installerBusy : installerRefused)(command) }
}

/** Puts the new file in place of the AppImage `image`, in one step. Its name stays: menus and autostart entries lead to it. */
export function appImageInstaller(image: string, restart: Restart): PackageInstaller {
  return {
    async install(file) {
      const draft = `${image}.new`
      try {
        await copyFile(file, draft)
        await chmod(draft, 0o755)
        await rename(draft, image)
      } catch (cause) {
        await rm(draft, { force: true }).catch(() => undefined)
        return err(imageError(errorCode(cause), image))
      }
      restart(image)
      return ok(undefined)
    },
  }
}

const imageError = (code: string, image: string): AppError =>
  code === 'ENOSPC'
    ? {
        kind: 'internal',
        message: updateProblemsText.imageDiskFull(image),
      }
    : {
        kind: 'internal',
        message: updateProblemsText.imageNotReplaced(image, code),
      }

/** The parts of electron-updater that install on Windows and macOS. */
type Updater = {
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void
  once(name: 'error', listener: (cause: Error) => void): unknown
  off(name: 'error', listener: (cause: Error) => void): unknown
}

/**
 * Windows and macOS: electron-updater starts the setup program, or has the system replace the application. Resolves when
 * that has begun, or with why it cannot.
 *
 * @param quits resolves when this application is being ended
 */
export function updaterInstaller(updater: Updater, quits: Promise<void>): PackageInstaller {
  return {
    install: () =>
      new Promise<Result<void>>((resolve) => {
        const failed = () => resolve(err(setupError()))
        updater.once('error', failed)
        void quits.then(() => {
          updater.off('error', failed)
          resolve(ok(undefined))
        })
        updater.quitAndInstall(true, true)
      }),
  }
}

const setupError = (): AppError => ({
  kind: 'internal',
  message: updateProblemsText.setupFailed,
})

/** The words to start again with: those of this start, without links that were opened by it. */
export const restartWords = (argv: readonly string[], isLink: (word: string) => boolean): string[] =>
  argv.slice(1).filter((word) => !isLink(word))
