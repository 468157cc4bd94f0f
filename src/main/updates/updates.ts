import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type AppError, ok, type Result } from '../../shared/result'
import { updateProblemsText } from '../../shared/text/update-problems'
import type { NewVersion, UpdateState } from '../../shared/update'
import { type Clock, scheduleThroughSleep } from '../clock'
import { fileFor, openFeed, type PackageFile } from './feed'
import type { PackageFormat } from './package-format'
import type { Rollout } from './rollout'
import type { UpdateSource } from './source'
import { isNewer } from './version'

/** Interval between checks, ms. */
export const checkIntervalMs = 6 * 60 * 60 * 1000

/** Fetches a package. */
export type PackageFetcher = {
  /**
   * Downloads exactly this file, and says where it is. An earlier download of it is used again.
   *
   * @param onProgress told the bytes that are there
   */
  fetch(
    version: string,
    file: PackageFile,
    onProgress: (receivedBytes: number) => void,
    signal: AbortSignal,
  ): Promise<Result<string>>
  /** Removes what was downloaded. */
  clear(): Promise<void>
}

/** Puts a package in place of this one. */
export type PackageInstaller = {
  /** Where it says `ok` this application is about to end. */
  install(file: string): Promise<Result<void>>
}

/** What updating needs. */
export type UpdatesParts = {
  /** What runs now. */
  running: { version: string; format: PackageFormat; arch: string }
  source: UpdateSource
  readFeed(address: string): Promise<Result<string>>
  rollout: Pick<Rollout, 'includes'>
  /** `null`: this package cannot replace itself, so a person is told where to get the next one. */
  itself: { fetcher: PackageFetcher; installer: PackageInstaller } | null
  clock: Clock
  tell(state: UpdateState): void
}

/** A version that is newer, and the file of it for this computer. `page`: where to get it, if not here. */
type Offered = { next: NewVersion; page: string | null; file: PackageFile }

/** What the feed says for this computer. `later`: a version that others get first. */
type Found = { offered: Offered | null; later: string | null }

type Idle = Extract<UpdateState, { kind: 'idle' }>

/**
 * Finds, downloads and installs the next version, each only as far as a person asked: the feed's signature is checked
 * before anything of it is used, and only the file that it names is downloaded and installed.
 */
export class Updates {
  readonly #parts: UpdatesParts
  #state: UpdateState = { kind: 'idle', checkedAt: null, later: null, problem: null }
  /** When the feed was last read and found to be right, epoch ms. */
  #checkedAt: number | null = null
  #offered: Offered | null = null
  #isChecking = false
  /** Where the package lies. */
  #downloaded = ''
  #stopDownload = new AbortController()
  #stopChecks: (() => void) | null = null

  constructor(parts: UpdatesParts) {
    this.#parts = parts
  }

  /** How things stand. */
  get state(): UpdateState {
    return this.#state
  }

  /** Looks for a new version now and then, or leaves it to the person. */
  setChecking(on: boolean): void {
    if (!on) {
      this.#stopChecks?.()
      this.#stopChecks = null
    } else if (!this.#stopChecks) this.#checkFrom(0)
  }

  /** Looks for a new version, unless one is on its way already. What was found before stays offered meanwhile. */
  async check(): Promise<void> {
    const before = this.#state
    if (before.kind !== 'idle' && before.kind !== 'available') return
    if (this.#isChecking) return
    this.#isChecking = true
    if (before.kind === 'idle') this.#set({ kind: 'checking' })
    const found = await this.#look()
    this.#isChecking = false
    // The person went on with what was found before.
    if (this.#state !== before && this.#state.kind !== 'checking') return
    if (found.ok) await this.#take(found.value)
    // What was found before is still there to be downloaded.
    else if (before.kind === 'idle') this.#set(this.#idle({ problem: found.error }))
  }

  /** Downloads what was found. */
  async download(): Promise<void> {
    const { itself } = this.#parts
    const offered = this.#offered
    if (this.#state.kind !== 'available' || !offered || !itself) return
    const { next, file } = offered
    const stop = new AbortController()
    this.#stopDownload = stop
    let isTooLong = false
    const progress = (receivedBytes: number) => {
      isTooLong = receivedBytes > file.size
      // Or it would go on until the disk is full.
      if (isTooLong) stop.abort()
      else if (this.#state.kind === 'downloading') this.#set({ ...this.#state, receivedBytes })
    }
    this.#set({ kind: 'downloading', next, receivedBytes: 0 })
    const fetched = await itself.fetcher.fetch(next.version, file, progress, stop.signal)
    const problem = isTooLong
      ? anotherFile()
      : fetched.ok
        ? await this.#unlike(fetched.value, file)
        : fetched.error
    if (fetched.ok && !problem) {
      this.#downloaded = fetched.value
      this.#set({ kind: 'ready', next, problem: null })
    } else this.#offer(problem?.kind === 'cancelled' ? null : problem)
  }

  /** Gives a download up. */
  cancel(): void {
    this.#stopDownload.abort()
  }

  /** Installs what was downloaded and starts it. */
  async install(): Promise<void> {
    const { itself } = this.#parts
    const offered = this.#offered
    if (this.#state.kind !== 'ready' || !offered || !itself) return
    const { next, file } = offered
    this.#set({ kind: 'installing', next })
    // It may have lain there for days.
    const changed = await this.#unlike(this.#downloaded, file)
    if (changed) {
      this.#offer(changed)
      return
    }
    const installed = await itself.installer.install(this.#downloaded)
    if (!installed.ok) this.#set({ kind: 'ready', next, problem: installed.error })
  }

  async #look(): Promise<Result<Found>> {
    const { running, source, readFeed, rollout, itself, clock } = this.#parts
    const feed = await readFeed(source.feed)
    if (!feed.ok) return feed
    const opened = openFeed(feed.value, source)
    if (!opened.ok) return opened
    const { version, notes, stagingPercentage } = opened.value
    this.#checkedAt = clock.now()
    const file = fileFor(opened.value, source, running.format, running.arch)
    if (!isNewer(version, running.version) || !file) return ok({ offered: null, later: null })
    if (!(await rollout.includes(version, stagingPercentage))) return ok({ offered: null, later: version })
    const page = itself ? null : source.page
    return ok({ offered: { next: { version, notes, bytes: file.size }, page, file }, later: null })
  }

  async #take({ offered, later }: Found): Promise<void> {
    this.#offered = offered
    if (offered) this.#offer(null)
    else {
      this.#set(this.#idle({ later }))
      await this.#parts.itself?.fetcher.clear()
    }
  }

  #offer(problem: AppError | null): void {
    if (!this.#offered) return
    const { next, page } = this.#offered
    this.#set({ kind: 'available', next, page, problem })
  }

  #idle(part: Partial<Omit<Idle, 'kind'>> = {}): Idle {
    return { kind: 'idle', checkedAt: this.#checkedAt, later: null, problem: null, ...part }
  }

  /** Why a file is not the one that was signed; `null`: it is. Another one is removed. */
  async #unlike(path: string, file: PackageFile): Promise<AppError | null> {
    if (await isFile(path, file)) return null
    await this.#parts.itself?.fetcher.clear()
    return anotherFile()
  }

  #set(state: UpdateState): void {
    this.#state = state
    this.#parts.tell(state)
  }

  #checkFrom(delayMs: number): void {
    this.#stopChecks = scheduleThroughSleep(this.#parts.clock, delayMs, () => {
      this.#checkFrom(checkIntervalMs)
      void this.check()
    })
  }
}

/** How much of a package is read at a time, bytes: in small pieces the window would wait longer. */
const chunkBytes = 1024 * 1024

async function isFile(path: string, { size, sha512 }: PackageFile): Promise<boolean> {
  const hash = createHash('sha512')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      hash.update(chunk)
      bytes += chunk.length
    }
  } catch {
    return false
  }
  return bytes === size && hash.digest('base64') === sha512
}

/** What is said of a package that is not the signed one. */
export const anotherFile = (): AppError => ({
  kind: 'forbidden',
  message: updateProblemsText.anotherFile,
})
