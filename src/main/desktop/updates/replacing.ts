import { AppImageUpdater, type AppUpdater, DebUpdater, MacUpdater, NsisUpdater } from 'electron-updater'
import type { PackageFormat } from '../../updates/package-format'
import type { PackageFetcher, PackageInstaller } from '../../updates/updates'
import type { Log } from '../system/log'
import { appImageInstaller, debInstaller, type Restart, run, updaterInstaller } from './installers'
import { UpdaterFetcher } from './updater-fetcher'

/** How a package replaces itself. */
export type Replacing = { fetcher: PackageFetcher; installer: PackageInstaller }

/**
 * How a package of this format replaces itself; `null` where it cannot: an rpm belongs to the system's package manager, of
 * which there are several, and a tar.gz lies where the person put it.
 */
export function replacing(
  format: PackageFormat,
  parts: {
    /** What starts this application: for an AppImage its file. */
    program: string
    /** For downloads; nothing else is in it. */
    folder: string
    restart: Restart
    /** Resolves when this application is being ended. */
    quits: Promise<void>
    log: Log
  },
): Replacing | null {
  const { program, folder, restart, quits, log } = parts
  const through = (updater: AppUpdater, installer: PackageInstaller): Replacing => ({
    fetcher: new UpdaterFetcher(updater, folder, log),
    installer,
  })
  switch (format) {
    case 'deb':
      return through(new DebUpdater(), debInstaller(run, restart, process.getuid?.() === 0))
    case 'AppImage':
      return through(new AppImageUpdater(), appImageInstaller(program, restart))
    case 'exe': {
      const updater = new NsisUpdater()
      return through(updater, updaterInstaller(updater, quits))
    }
    case 'zip': {
      const updater = new MacUpdater()
      return through(updater, updaterInstaller(updater, quits))
    }
    case 'rpm':
    case 'tar.gz':
      return null
  }
}
