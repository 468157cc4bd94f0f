import type { RequestsOf, Workspace } from '../../../shared/contract'
import { safeLink } from '../../../shared/links'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { ScriptDrafts } from '../../settings/script-drafts'
import type { WorkspaceKeeper } from '../../settings/workspace'
import type { FileSaver } from '../system/save-file'
import type { Closing } from '../window/closing'
import type { WatchControl } from './watch-control'

/** What the shell's handlers reach out to. */
export type HandlerParts = {
  keeper: WorkspaceKeeper
  drafts: ScriptDrafts
  control: WatchControl
  closing: Closing
  /** The workspace as the window sees it. */
  view(): Workspace
  /** Accounts changed: tell the window and the watch thread. */
  accountsChanged(): void
  /** An account was removed, and the watch thread knows it still. */
  accountLeaves(id: string): Promise<void>
  settingsChanged(): void
  /** Takes the keys that work everywhere, or says why the system refuses them. */
  setFindShortcut(accelerator: string): Result<void>
  writeClipboard(text: string): void
  /** `null` while another application has the focus. */
  readClipboard(): Promise<string | null>
  files: FileSaver
  zoom(step: -1 | 0 | 1): void
  openLink(url: string): Promise<void>
  openDemo(): Promise<void>
}

type OtherRequests = `terminal.${string}` | `host.${string}`

/** The shell's answers to the window, but for those about terminals. */
export function shellHandlers(parts: HandlerParts): Handlers<Exclude<RequestsOf<'shell'>, OtherRequests>> {
  const { keeper, drafts, control, closing, view, accountsChanged, settingsChanged } = parts
  const thenTell = <T>(result: Result<T>, tell: () => void): Result<T> => {
    if (result.ok) tell()
    return result
  }
  const done = ok(undefined)
  return {
    'workspace.get': () => ok(view()),
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
      if (removed.ok) await parts.accountLeaves(id)
      thenTell(removed, accountsChanged)
      return removed.ok ? drafts.discardAccount(id) : removed
    },
    'settings.save': async (changes) => {
      const { findShortcut } = changes
      const taken = findShortcut === undefined ? done : parts.setFindShortcut(findShortcut)
      return taken.ok ? thenTell(await keeper.saveSettings(changes), settingsChanged) : taken
    },

    'draft.list': () => drafts.list(),
    'draft.source': (script) => drafts.source(script),
    'draft.keep': (draft) => drafts.keep(draft),
    'draft.discard': (script) => drafts.discard(script),

    'clipboard.write': ({ text }) => {
      parts.writeClipboard(text)
      return done
    },
    'clipboard.read': async () => {
      const text = await parts.readClipboard()
      return text === null ? err(notInFront) : ok({ text })
    },
    'file.save': ({ suggestedName, text }) => parts.files.save(suggestedName, text),
    'file.reveal': () => {
      parts.files.reveal()
      return done
    },
    'link.open': async ({ url }) => {
      const link = safeLink(url)
      if (!link) return err(badLink)
      await parts.openLink(link)
      return done
    },
    'demo.open': async () => {
      await parts.openDemo()
      return done
    },
    'window.zoom': ({ step }) => {
      parts.zoom(step)
      return done
    },
    'window.close': ({ choice }) => {
      closing.answer(choice)
      return done
    },
  }
}

const notInFront: AppError = {
  kind: 'forbidden',
  message: 'The clipboard is only read while Sessiondeck’s window has the focus.',
}

const badLink: AppError = {
  kind: 'invalid',
  path: 'url',
  message: 'Only https: links are opened.',
}
