import { randomUUID } from 'node:crypto'
import type { RequestsOf } from '../../../shared/contract'
import { safeLink } from '../../../shared/links'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { Settings } from '../../../shared/settings'
import { desktopText } from '../../../shared/text/desktop'
import { Backups } from '../../settings/backups'
import type { ScriptDrafts } from '../../settings/script-drafts'
import type { WorkspaceKeeper } from '../../settings/workspace'
import type { AppLinks } from '../app-links'
import type { Autostart } from '../system/autostart'
import type { Diagnostics } from '../system/diagnostics'
import type { System } from '../system/system'
import type { Closing } from '../window/closing'
import type { FindShortcut } from '../window/find-shortcut'
import type { MiniView } from '../window/mini-view'
import type { Terminals } from './terminals-thread'
import type { WatchControl } from './watch-control'
import type { WorkspaceNews } from './workspace-news'

/** What the shell's handlers depend on. */
type HandlerParts = {
  keeper: WorkspaceKeeper
  news: WorkspaceNews
  drafts: ScriptDrafts
  links: AppLinks
  control: WatchControl
  terminals: Terminals
  closing: Closing
  mini: MiniView
  findShortcut: FindShortcut
  autostart: Autostart
  diagnostics: Diagnostics
  system: System
}

type OtherRequests = `terminal.${string}` | `host.${string}` | `update.${string}`

/** The shell's answers to the window, except about terminals and updates. */
export function shellHandlers(parts: HandlerParts): Handlers<Exclude<RequestsOf<'shell'>, OtherRequests>> {
  const {
    keeper,
    news,
    drafts,
    links,
    control,
    terminals,
    closing,
    mini,
    findShortcut,
    autostart,
    diagnostics,
    system,
  } = parts
  const accountsChanged = () => news.accountsChanged()
  const thenTell = <T>(result: Result<T>, tell: () => void): Result<T> => {
    if (result.ok) tell()
    return result
  }
  const done = ok(undefined)
  const saveSettings = async (changes: Partial<Settings>): Promise<Result<Settings>> => {
    const keys = changes.findShortcut
    const taken = keys === undefined ? done : findShortcut.set(keys)
    const starts = changes.autostart
    const set = !taken.ok || starts === undefined ? taken : await autostart.set(starts)
    return set.ok ? thenTell(await keeper.saveSettings(changes), () => news.settingsChanged()) : set
  }
  const backups = new Backups({
    keeper,
    version: news.view().version,
    hosts: () => terminals.hosts().flatMap(({ managed, ...host }) => (managed ? [] : [host])),
    saveHost: async (host) => terminals.handlers['host.save'](host),
    saveSettings,
    save: (name, text) => system.files.save(name, text),
    choose: () => system.chooseFile(),
    newId: randomUUID,
    now: Date.now,
  })
  return {
    'workspace.get': () => ok(news.view()),
    'watch.state': () => ok(control.state()),
    'watch.pause': ({ paused }) => {
      control.setPaused(paused)
      return done
    },
    'watch.mute': ({ forMs }) => {
      control.muteFor(forMs)
      return done
    },

    'account.save': async ({ draft, storage }) =>
      thenTell(await keeper.saveAccount(draft, storage), accountsChanged),
    'account.test': async ({ draft }) => {
      const config = keeper.complete(draft)
      return config.ok ? control.test(config.value) : config
    },
    'account.enable': async ({ id, enabled }) =>
      thenTell(await keeper.enableAccount(id, enabled), accountsChanged),
    'account.remove': async ({ id }) => {
      const removed = await keeper.removeAccount(id)
      // Before the watch thread forgets it.
      if (removed.ok) await terminals.accountLeaves(id)
      thenTell(removed, accountsChanged)
      return removed.ok ? drafts.discardAccount(id) : removed
    },
    'settings.save': saveSettings,

    'backup.save': ({ suggestedName, window }) => backups.save(suggestedName, window),
    'backup.open': () => backups.open(),
    'backup.restore': async ({ chosen }) => {
      const restored = await backups.restore(chosen)
      return thenTell(restored, accountsChanged)
    },

    'draft.list': () => drafts.list(),
    'draft.source': (script) => drafts.source(script),
    'draft.keep': (draft) => drafts.keep(draft),
    'draft.discard': (script) => drafts.discard(script),

    'clipboard.write': async ({ text }) => {
      await system.clipboard.write(text)
      return done
    },
    'clipboard.read': async () => {
      const text = await system.clipboard.read()
      return text === null ? err(notInFront()) : ok({ text })
    },
    'file.save': ({ suggestedName, text }) => system.files.save(suggestedName, text),
    'file.reveal': () => {
      system.files.reveal()
      return done
    },
    'link.open': async ({ url }) => {
      const link = safeLink(url)
      if (!link) return err(badLink())
      await system.openLink(link)
      return done
    },
    'demo.open': async () => {
      await system.openDemo()
      return done
    },
    'diagnostics.copy': async () => {
      await system.clipboard.write(await diagnostics.text(Date.now()))
      return done
    },
    'diagnostics.openLogs': () => system.openLogs(),
    'app-link.take': () => ok({ link: links.take() }),
    'demo.openOwn': async () => {
      await system.openOwn()
      return done
    },
    'window.zoom': ({ step }) => {
      system.zoom(step)
      return done
    },
    'window.mini': ({ on }) => {
      mini.set(on)
      return done
    },
    'window.close': ({ choice }) => {
      closing.answer(choice)
      return done
    },
  }
}

const notInFront = (): AppError => ({
  kind: 'forbidden',
  message: desktopText.clipboardNotRead,
})

const badLink = (): AppError => ({
  kind: 'invalid',
  path: 'url',
  message: desktopText.onlyHttps,
})
