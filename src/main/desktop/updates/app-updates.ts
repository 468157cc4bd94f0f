import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app, session } from 'electron'
import { appLinkWord } from '../../../shared/app-link'
import type { RequestsOf, Workspace } from '../../../shared/contract'
import { ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { updateProblemsText } from '../../../shared/text/update-problems'
import type { UpdateState } from '../../../shared/update'
import { systemClock } from '../../clock'
import { packageFormat } from '../../updates/package-format'
import { readFeed } from '../../updates/read-feed'
import { Rollout } from '../../updates/rollout'
import { maySend, type UpdateSource, updateSource } from '../../updates/source'
import { Updates } from '../../updates/updates'
import type { Log } from '../system/log'
import { ownProgram } from '../system/own-program'
import { restartWords } from './installers'

/** The session that electron-updater downloads with. The feed is read with it too, so that one guard holds for both. */
const sessionName = 'electron-updater'

type UpdateRequests = Extract<RequestsOf<'shell'>, `update.${string}`>

/** What it works with. */
type AppUpdatesParts = {
  kind: Workspace['kind']
  /** The app's data folder. */
  folder: string
  tell(state: UpdateState): void
  log: Log
}

/** The updates of this application: from nothing at all in a clone to those of the package that runs. */
export class AppUpdates {
  readonly handlers: Handlers<UpdateRequests> = {
    'update.state': () => ok(this.#updates?.state ?? this.#unopened),
    'update.check': () => this.#step((updates) => updates.check()),
    'update.download': () => this.#step((updates) => updates.download()),
    'update.cancel': () => this.#step(async (updates) => updates.cancel()),
    'update.install': () => this.#step((updates) => updates.install()),
  }
  readonly #parts: AppUpdatesParts
  readonly #source: UpdateSource | null
  #updates: Updates | null = null
  #lastKind: UpdateState['kind'] | null = null

  constructor(parts: AppUpdatesParts) {
    this.#parts = parts
    this.#source = app.isPackaged && parts.kind !== 'demo' ? updateSource(readManifest()) : null
  }

  /** Loads what it needs, and begins to look for new versions if `checking`. */
  async open(checking: boolean): Promise<void> {
    try {
      if (this.#source) await this.#load(this.#source)
    } catch (cause) {
      this.#parts.log.error('Updates are not available in this run.', cause)
    }
    this.setChecking(checking)
  }

  /** Looks for new versions now and then, or only when asked. */
  setChecking(on: boolean): void {
    this.#updates?.setChecking(on)
  }

  /** How things stand before it is opened, or for good. */
  get #unopened(): UpdateState {
    if (this.#source) return { kind: 'idle', checkedAt: null, later: null, problem: null }
    const { demoIsOff, buildIsOff } = updateProblemsText
    return { kind: 'off', why: this.#parts.kind === 'demo' ? demoIsOff : buildIsOff }
  }

  async #load(source: UpdateSource): Promise<void> {
    const { folder, log } = this.#parts
    const program = ownProgram(process.env, process.execPath)
    const format = packageFormat({
      platform: process.platform,
      isAppImage: program !== process.execPath,
      packageType: readPackageType(),
    })
    const net = session.fromPartition(sessionName, { cache: false })
    // Electron's own would tell the version, the system and its language.
    net.setUserAgent('Sessiondeck', 'en')
    // Redirects included: nobody else is ever asked.
    net.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !maySend(source, url) }))
    // Loaded late: no window waits for it.
    const { replacing } = await import('./replacing')
    this.#updates = new Updates({
      running: { version: app.getVersion(), format, arch: process.arch },
      source,
      readFeed: (address) => readFeed((url, init) => net.fetch(url, init), address),
      rollout: new Rollout(path.join(folder, 'update-draw.json'), Math.random),
      itself: replacing(format, {
        program,
        folder: path.join(folder, 'updates'),
        restart,
        quits: new Promise((resolve) => app.once('before-quit', () => resolve())),
        log,
      }),
      clock: systemClock,
      tell: (state) => this.#changed(state),
    })
  }

  #changed(state: UpdateState): void {
    const { tell, log } = this.#parts
    // Not the progress of a download.
    if (state.kind !== this.#lastKind) log.info(`Update: ${logWords(state)}`)
    this.#lastKind = state.kind
    tell(state)
  }

  #step(take: (updates: Updates) => Promise<void>) {
    if (this.#updates)
      void take(this.#updates).catch((cause) => this.#parts.log.error('An update failed.', cause))
    return ok(undefined)
  }
}

/** How things stand, as the log says it. */
function logWords(state: UpdateState): string {
  const version = 'next' in state ? ` ${state.next.version}` : ''
  const problem = 'problem' in state && state.problem ? ` (${state.problem.message})` : ''
  return `${state.kind}${version}${problem}`
}

/** The package's own `package.json`, from its archive. */
function readManifest(): unknown {
  try {
    return JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8'))
  } catch {
    return null
  }
}

/** What Linux packages say of themselves, beside the archive. */
function readPackageType(): string {
  try {
    return readFileSync(path.join(process.resourcesPath, 'package-type'), 'utf8')
  } catch {
    return ''
  }
}

/** Ends, and starts what is in this application's place by then, with the words that it was started with. */
function restart(program?: string): void {
  const args = restartWords(process.argv, (word) => appLinkWord([word]) !== undefined)
  app.relaunch(program === undefined ? { args } : { args, execPath: program })
  app.quit()
}
