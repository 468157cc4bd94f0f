import { type AppUpdater, CancellationToken, Provider, type UpdateInfo } from 'electron-updater'
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import { printableLine } from '../../../shared/printable'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { updateProblemsText } from '../../../shared/text/update-problems'
import type { PackageFile } from '../../updates/feed'
import { anotherFile, type PackageFetcher } from '../../updates/updates'
import type { Log } from '../system/log'

/** What electron-updater is told of a version: one file, of which everything is known. */
class OneFile extends Provider<UpdateInfo> {
  readonly #version: string
  readonly #file: PackageFile

  constructor(version: string, file: PackageFile, options: ProviderRuntimeOptions) {
    super(options)
    this.#version = version
    this.#file = file
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const { name, size, sha512 } = this.#file
    const files = [{ url: name, size, sha512 }]
    return { version: this.#version, files, path: name, sha512, releaseDate: '' }
  }

  override resolveFiles({ files }: UpdateInfo) {
    return files.map((info) => ({ url: new URL(this.#file.url), info }))
  }

  /** Among them would be a lasting id. */
  override setRequestHeaders(): void {}
}

/**
 * Downloads through electron-updater, which is told what to download and never looks for anything itself. It checks the
 * file's hash while it comes in, and uses again what an earlier run has downloaded.
 */
export class UpdaterFetcher implements PackageFetcher {
  readonly #updater: AppUpdater
  readonly #downloads: DownloadedUpdateHelper

  /** `folder`: for downloads; nothing else is in it. */
  constructor(updater: AppUpdater, folder: string, log: Log) {
    this.#updater = updater
    this.#downloads = new DownloadedUpdateHelper(folder)
    updater.autoDownload = false
    updater.autoInstallOnAppQuit = false
    // What it would compare with is not published.
    updater.disableDifferentialDownload = true
    updater.disableWebInstaller = true
    updater.logger = {
      info: (message: unknown) => log.info(`update: ${message}`),
      warn: (message: unknown) => log.warn(`update: ${message}`),
      error: (message: unknown) => log.warn(`update: ${message}`),
    }
    // These are its own business otherwise: where downloads go would need a file beside the program, and it would make, keep
    // and send an id of this computer to decide about releases in steps.
    Object.defineProperties(updater, {
      downloadedUpdateHelper: { value: this.#downloads },
      stagingUserIdPromise: { value: { value: Promise.resolve('') } },
    })
  }

  async fetch(
    version: string,
    file: PackageFile,
    onProgress: (receivedBytes: number) => void,
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const updater = this.#updater
    updater.setFeedURL({
      provider: 'custom',
      updateProvider: class extends OneFile {
        constructor(_options: unknown, _updater: unknown, runtimeOptions: ProviderRuntimeOptions) {
          super(version, file, runtimeOptions)
        }
      },
    })
    const stop = new CancellationToken()
    const cancel = () => stop.cancel()
    const told = ({ transferred }: { transferred: number }) => onProgress(transferred)
    signal.addEventListener('abort', cancel)
    updater.on('download-progress', told)
    try {
      const found = await updater.checkForUpdates()
      if (!found?.isUpdateAvailable) return err(notTaken())
      const [path] = await updater.downloadUpdate(stop)
      return path === undefined ? err(notTaken()) : ok(path)
    } catch (cause) {
      return err(signal.aborted ? cancelled() : downloadError(cause, file))
    } finally {
      signal.removeEventListener('abort', cancel)
      updater.off('download-progress', told)
    }
  }

  async clear(): Promise<void> {
    await this.#downloads.clear()
  }
}

/** What is said of a download that failed. */
function downloadError(cause: unknown, { size }: PackageFile): AppError {
  const text = cause instanceof Error ? cause.message : String(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOSPC')
    return {
      kind: 'internal',
      message: updateProblemsText.downloadDiskFull(Math.ceil(size / 1e6)),
    }
  if (code === 'EACCES' || code === 'EROFS')
    return {
      kind: 'internal',
      message: updateProblemsText.notSaved,
    }
  if (code === 'ERR_CHECKSUM_MISMATCH') return anotherFile()
  // Chromium's word for a request that our own guard has stopped.
  if (text.includes('ERR_BLOCKED_BY_CLIENT'))
    return {
      kind: 'redirected',
      to: '',
      message: updateProblemsText.sentElsewhere,
    }
  if (/net::ERR_|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|aborted|timed out/.test(text + code))
    return {
      kind: 'network',
      message: updateProblemsText.brokeOff,
    }
  return { kind: 'internal', message: updateProblemsText.notDownloadedBecause(printableLine(text, 160)) }
}

const cancelled = (): AppError => ({ kind: 'cancelled', message: updateProblemsText.givenUp })

const notTaken = (): AppError => ({
  kind: 'internal',
  message: updateProblemsText.notDownloaded,
})
