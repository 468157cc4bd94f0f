import path from 'node:path'
import log from 'electron-log/node'
import type { Redactor } from './redact'

/** The one logger of the app. */
export type Log = {
  info(text: string): void
  warn(text: string): void
  error(text: string, cause?: unknown): void
}

/** Where the log is. */
export const logFile = (userDataFolder: string): string => path.join(userDataFolder, 'logs', 'main.log')

const maxFileBytes = 2 * 1024 * 1024

/**
 * Opens logs/main.log in the user-data folder (2 MB, then one older file). Every line passes the redactor; a cause adds
 * its stack. Outside a packaged app warnings and errors also go to the terminal.
 */
export function openLog(userDataFolder: string, redact: Redactor, isPackaged: boolean): Log {
  log.transports.file.resolvePathFn = () => logFile(userDataFolder)
  // Only the owner may read it, as everything in the folder.
  log.transports.file.writeOptions = { flag: 'a', encoding: 'utf8', mode: 0o600 }
  log.transports.file.maxSize = maxFileBytes
  log.transports.file.level = 'info'
  log.transports.console.level = isPackaged ? false : 'warn'
  return {
    info: (text) => log.info(redact(text)),
    warn: (text) => log.warn(redact(text)),
    error: (text, cause) => log.error(redact(cause === undefined ? text : `${text}\n${describe(cause)}`)),
  }
}

const describe = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
