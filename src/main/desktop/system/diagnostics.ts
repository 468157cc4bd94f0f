import { open } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import type { WatchState, Workspace } from '../../../shared/contract'
import { counted, grouped } from '../../../shared/counted'
import type { ScopeHealth } from '../../../shared/health'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ListedHost } from '../../../shared/terminal'
import { errorCode, isMissing } from '../../lib/errno'
import type { WorkspaceKeeper } from '../../settings/workspace'
import type { WorkerThread } from '../threads/supervised-thread'
import type { WatchControl } from '../threads/watch-control'
import { createMask } from './mask'
import type { Redactor } from './redact'

/** What a person tells whoever helps them. */
export type DiagnosticsFacts = {
  /** When it was gathered, epoch ms. */
  at: number
  /** What runs, such as `Sessiondeck 0.1.0, installed`, a line each. */
  versions: readonly string[]
  workspace: Pick<Workspace, 'accounts' | 'settings' | 'keychain' | 'kind' | 'problem'>
  watch: WatchState
  /** `null`: the watch thread did not answer. */
  health: readonly ScopeHealth[] | null
  live: number
  hosts: number
  terminals: number
  /** The end of the log. */
  log: string
}

/** What the facts are gathered from. */
type DiagnosticsParts = {
  versions: readonly string[]
  keeper: Pick<WorkspaceKeeper, 'view'>
  control: Pick<WatchControl, 'state'>
  watch: Pick<WorkerThread, 'request'>
  /** Sessions that are live now. */
  live(): number
  hosts(): readonly ListedHost[]
  /** Terminals that are open. */
  terminals(): number
  logFile: string
  redact: Redactor
  /** The program's folder, the data's, and the person's own. */
  folders: { app: string; data: string; home: string }
}

/** Gathers how the app is doing, for whoever helps the person. No name, key, address, ID or path of theirs is in it. */
export class Diagnostics {
  readonly #parts: DiagnosticsParts

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts
  }

  /** The text to paste. `at`: now, epoch ms. */
  async text(at: number): Promise<string> {
    const { versions, keeper, control, watch, live, hosts, terminals, logFile, redact } = this.#parts
    const workspace = keeper.view()
    const health = await watch.request('health.list')
    const log = await logTail(logFile).catch((cause) => `(it cannot be read: ${errorCode(cause)})`)
    const mask = createMask(this.#private(workspace))
    return diagnosticsText({
      at,
      versions,
      workspace,
      watch: control.state(),
      health: health.ok ? health.value : null,
      live: live(),
      hosts: hosts().length,
      terminals: terminals(),
      log: mask(redact(log)),
    })
  }

  #private({ accounts, settings }: DiagnosticsFacts['workspace']): Parameters<typeof createMask>[0] {
    const { hosts, folders } = this.#parts
    const ofHosts = hosts().flatMap(({ label, group, host, user, hostKeyAlias, jumps }) => [
      ...[label, group, host, user, hostKeyAlias ?? ''],
      ...jumps.flatMap((jump) => [jump.host, jump.user ?? '', jump.hostKeyAlias ?? '']),
    ])
    return {
      folders: [
        [folders.data, '[data]'],
        [folders.app, '[app]'],
      ],
      hiddenFolders: [folders.home],
      names: [
        ...[hostname(), userInfo().username],
        ...accounts.map(({ label }) => label),
        ...Object.values(settings.scriptLabels),
        ...settings.messageTemplates.map(({ name }) => name),
        ...ofHosts,
      ],
    }
  }
}

/** The facts as a text to paste. Names stand in the log alone: everything else is a number, a state or a kind. */
export function diagnosticsText(facts: DiagnosticsFacts): string {
  const { workspace, watch, health } = facts
  const { settings } = workspace
  return [
    `Sessiondeck diagnostics, ${new Date(facts.at).toISOString()}`,
    'Names, keys, IDs, addresses and paths are masked.',
    '',
    ...facts.versions,
    '',
    `Workspace: ${workspace.kind}; keychain: ${workspace.keychain}`,
    ...(workspace.problem ? [`Problem: ${words(workspace.problem.kind)}`] : []),
    `Watching: ${watchWords(watch)}, every ${settings.heartbeatIntervalMs / 1_000} s`,
    `Sessions live: ${grouped(facts.live)}`,
    `SSH hosts saved: ${facts.hosts}; terminals open: ${facts.terminals}`,
    `Notifications: ${onOff(settings.notifications)}; presentation mode: ${onOff(settings.presentation)}`,
    `Accounts: ${workspace.accounts.length}${health === null ? '; their health is not known: watching does not answer' : ''}`,
    ...workspace.accounts.map(
      (account, index) => `  ${index + 1}. ${accountWords(account, health?.filter(isOf(account.id)) ?? [])}`,
    ),
    '',
    'The end of the log:',
    facts.log || '(nothing)',
    '',
  ].join('\n')
}

const onOff = (on: boolean): string => (on ? 'on' : 'off')

/** A kind or a state of ours as it is said. */
const words = (name: string): string => name.replaceAll('-', ' ')

function watchWords({ paused, mutedUntil, restarting }: WatchState): string {
  const state = restarting ? 'restarting' : paused ? 'paused' : 'on'
  return mutedUntil === null ? state : `${state}, notifications muted`
}

const isOf = (accountId: string) => (health: ScopeHealth) => health.accountId === accountId

type Account = Workspace['accounts'][number]

function accountWords(account: Account, health: readonly ScopeHealth[]): string {
  const facts = [
    `${providerCatalog[account.provider].name}: ${onOff(account.enabled)}`,
    ...(account.hasCredential ? [] : ['its key is missing']),
    ...health.map(scopeWords),
  ]
  return facts.join('; ')
}

function scopeWords({ scope, state, error, count, unreadable, gaps }: ScopeHealth): string {
  const why = error ? ` (${words(error.kind)})` : ''
  const notes = [
    counted(count, 'session'),
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
    ...(gaps.length > 0 ? [counted(gaps.length, 'gap')] : []),
  ]
  return `${scope.kind} ${words(state)}${why}, ${notes.join(', ')}`
}

/** Bytes of the log that are looked at, and lines of it that are told. */
const tail = { bytes: 64 * 1024, lines: 200 } as const

/** The last lines of a log file; empty where there is none yet. @throws where it cannot be read */
export async function logTail(file: string): Promise<string> {
  const handle = await open(file, 'r').catch((cause) => {
    if (isMissing(cause)) return null
    throw cause
  })
  if (!handle) return ''
  try {
    const { size } = await handle.stat()
    const start = Math.max(0, size - tail.bytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tail.bytes), 0, tail.bytes, start)
    const lines = buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n')
    // The first one is cut.
    return lines
      .slice(start > 0 ? 1 : 0)
      .slice(-tail.lines)
      .join('\n')
  } finally {
    await handle.close()
  }
}
