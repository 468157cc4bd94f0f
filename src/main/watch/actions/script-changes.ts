import type { Action, ActionKind } from '../../../shared/action'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { ScriptEdit } from '../../../shared/script'
import { type ScriptRef, type ScriptSwitch, scriptKey, scriptSwitches } from '../../../shared/script-facts'
import { actingText } from '../../../shared/text/acting'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import type { Clock } from '../../clock'
import { notWatched } from '../monitor/not-watched'
import type { Departure, Provider, Scripts } from '../providers/provider'
import type { ActionLog } from './action-log'
import { accountAction, type Owner, outcomeOf } from './new-action'
import { sendOnce } from './send-once'

/** An account that is watched, with its way to the service. */
type ScriptAccount = {
  account: Owner
  provider: Provider
}

/** What changes of scripts depend on. */
export type ScriptChangesParts = {
  clock: Clock
  log: Pick<ActionLog, 'plan' | 'record' | 'settle'>
  /** A watched account by its id. */
  find(accountId: string): ScriptAccount | undefined
  /** What the script is called, as far as it was fetched. */
  nameOf(script: ScriptRef): string | null
}

type Change = {
  kind: ActionKind
  /** What changes, in words; never a script's source. */
  sent: string
  /** Tells two changes of one kind apart. */
  content: string
  run(scripts: Scripts, departure: Departure): Promise<Result<void>>
}

/**
 * Changes of scripts. Each is written to the log before its request leaves, leaves once, and is written with its
 * outcome; the same change, requested again while it is under way, joins the same action.
 */
export class ScriptChanges {
  readonly #parts: ScriptChangesParts
  readonly #underWay = new Map<string, Promise<Result<Action>>>()

  constructor(parts: ScriptChangesParts) {
    this.#parts = parts
  }

  /** Changes what `edit` holds and nothing else. Errors: see {@link findScripts}. */
  edit(script: ScriptRef, edit: ScriptEdit): Promise<Result<Action>> {
    return this.#change(script, {
      kind: 'script-edit',
      sent: editWords(edit),
      content: JSON.stringify(edit),
      run: (scripts, departure) => scripts.edit(script.scriptId, edit, departure),
    })
  }

  /** Lets people run the script, or nobody. Errors: see {@link findScripts}. */
  toggle(script: ScriptRef, enabled: boolean): Promise<Result<Action>> {
    return this.#change(script, {
      kind: 'script-toggle',
      sent: enabled ? actingText.enabled : actingText.disabled,
      content: String(enabled),
      run: (scripts, departure) => scripts.toggle(script.scriptId, enabled, departure),
    })
  }

  /** Replaces the source. Errors: see {@link findScripts}. */
  update(script: ScriptRef, source: string): Promise<Result<Action>> {
    return this.#change(script, {
      kind: 'script-update',
      sent: actingText.newSource(source.length),
      content: source,
      run: (scripts, departure) => scripts.update(script.scriptId, source, departure),
    })
  }

  /** Deletes the script at its service. Errors: see {@link findScripts}. */
  remove(script: ScriptRef): Promise<Result<Action>> {
    return this.#change(script, {
      kind: 'script-remove',
      sent: actingText.removed,
      content: '',
      run: (scripts, departure) => scripts.remove(script.scriptId, departure),
    })
  }

  async #change(script: ScriptRef, change: Change): Promise<Result<Action>> {
    const found = findScripts(this.#parts.find(script.accountId))
    if (!found.ok) return found
    const name = `${change.kind} ${scriptKey(script)} ${change.content}`
    const same = this.#underWay.get(name)
    if (same) return same
    const { account, scripts } = found.value
    const action = accountAction(account, {
      kind: change.kind,
      sessionKey: null,
      target: this.#parts.nameOf(script) ?? script.scriptId,
      sent: change.sent,
      requestedAt: this.#parts.clock.now(),
    })
    const started = this.#send(action, (departure) => change.run(scripts, departure)).finally(() =>
      this.#underWay.delete(name),
    )
    this.#underWay.set(name, started)
    return started
  }

  async #send(action: Action, run: (departure: Departure) => Promise<Result<void>>): Promise<Result<Action>> {
    const sent = await sendOnce(this.#parts, { action }, run)
    if (!sent.ok) return sent
    const done = { ...action, outcome: outcomeOf(sent.value) }
    this.#parts.log.settle(done)
    return ok(done)
  }
}

/** A watched account's scripts. Errors: `not-found` (not watched), `unsupported` (a service without scripts). */
export function findScripts(
  watched: ScriptAccount | undefined,
): Result<{ account: ScriptAccount['account']; scripts: Scripts }> {
  if (!watched) return err(notWatched(watchRequestsText.notWatchedScripts))
  const { account, provider } = watched
  return provider.scripts ? ok({ account, scripts: provider.scripts }) : err(noScripts())
}

const noScripts = (): AppError => ({
  kind: 'unsupported',
  message: watchRequestsText.noScripts,
})

/** What is said of a switch that is on now, and of one that is off. */
const switchWords = (): Readonly<Record<ScriptSwitch, readonly [on: string, off: string]>> => ({
  freeForAll: [actingText.freeForAllOn, actingText.freeForAllOff],
  useHeartbeat: [actingText.heartbeatOn, actingText.heartbeatOff],
  kickOutdated: [actingText.kickOutdatedOn, actingText.kickOutdatedOff],
  requireSessions: [actingText.requireSessionsOn, actingText.requireSessionsOff],
})

function editWords(edit: ScriptEdit): string {
  const words = scriptSwitches.flatMap((id) => {
    const value = edit[id]
    if (value === undefined) return []
    const [on, off] = switchWords()[id]
    return [value ? on : off]
  })
  if (edit.name !== undefined)
    words.unshift(edit.name === '' ? actingText.nameCleared : actingText.newName(edit.name))
  return words.join(', ')
}
