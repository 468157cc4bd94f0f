import type { RequestsOf } from '../../../shared/contract'
import { type AppError, err, ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { scriptKey } from '../../../shared/script-facts'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { findScripts, ScriptChanges, type ScriptChangesParts } from '../actions/script-changes'
import { notWatched } from '../monitor/not-watched'

type ScriptRequests = Extract<RequestsOf<'watch'>, `script.${string}`>

/** Answers the window's requests about scripts: what a service says of them, its counts, and changes. */
export function scriptHandlers(parts: Omit<ScriptChangesParts, 'nameOf'>): Handlers<ScriptRequests> {
  /** So that a change is logged by the name that the person saw. */
  const names = new Map<string, string>()
  const changes = new ScriptChanges({ ...parts, nameOf: (script) => names.get(scriptKey(script)) ?? null })
  const never = () => new AbortController().signal
  return {
    async 'script.info'(script) {
      const found = findScripts(parts.find(script.accountId))
      if (!found.ok) return found
      const info = await found.value.scripts.info(script.scriptId, never())
      if (!info.ok) return info
      if (info.value.name) names.set(scriptKey(script), info.value.name)
      else names.delete(scriptKey(script))
      return ok(info.value)
    },
    async 'script.executions'({ accountId, scriptId }) {
      const found = findScripts(parts.find(accountId))
      return found.ok ? found.value.scripts.executions(scriptId, never()) : found
    },
    'script.edit': ({ edit, ...script }) => changes.edit(script, edit),
    'script.toggle': ({ enabled, ...script }) => changes.toggle(script, enabled),
    'script.update': ({ source, ...script }) => changes.update(script, source),
    'script.remove': (script) => changes.remove(script),
    async 'script.counts'({ accountId, fresh }) {
      const watched = parts.find(accountId)
      if (!watched) return err(notWatched(watchRequestsText.notWatchedScripts))
      return watched.provider.counts ? watched.provider.counts(fresh, never()) : err(noCounts())
    },
  }
}

const noCounts = (): AppError => ({ kind: 'unsupported', message: watchRequestsText.noCounts })
