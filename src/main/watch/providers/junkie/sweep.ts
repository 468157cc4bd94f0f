import type { Evidence } from '../../../../shared/health'
import { shortened } from '../../../../shared/printable'
import type { AppError, AppErrorKind } from '../../../../shared/result'
import type { Session } from '../../../../shared/session'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { tooMany } from '../answers'
import { PageTrail } from '../page-trail'
import type { Gap, ScopeAnswer, Unsure } from '../provider'
import { mostRows } from '../readers'
import { encodePath } from '../request-form'
import { type JunkieCounts, type JunkiePage, largestPage } from './api'

/** Most scripts with sessions that one sweep reads. */
const mostScripts = 1_000
/** Longest id of a script, characters. */
const longestScriptId = 200
/** Attempts at a page in one sweep. */
const mostTries = 2

/** What the service says of a script; a sweep goes on with the others. */
const ofOneScript: ReadonlySet<AppErrorKind> = new Set([
  'forbidden',
  'not-found',
  'refused',
  'unavailable',
  'not-json',
  'truncated',
  'too-large',
  'bad-shape',
  'redirected',
])
/** What it says of the account: no script is to blame. */
const ofTheAccount: ReadonlySet<AppErrorKind> = new Set(['unauthorized', 'rate-limited', 'cancelled'])

/** A script and how far it is read. `live`: the largest count of its sessions that the service gave. */
type Part = { scriptId: string; live: number | null; page: number; trail: PageTrail; tries: number }

const partOf = (scriptId: string, live: number | null): Part => ({
  scriptId,
  live,
  page: 1,
  trail: new PageTrail(mostRows),
  tries: 0,
})

/** It counts few sessions and lists without end: it is cut off soon, so that the other scripts are read too. */
const isEndless = ({ live, trail }: Part) => live !== null && trail.found > 2 * live + 1_000

const isAskable = (scriptId: string) => scriptId.length <= longestScriptId && encodePath([scriptId]) !== null

/**
 * A sweep over scripts and their pages, which may span many heartbeats. A page that fails is tried once more after the
 * other scripts; then its script is a gap in the sweep, and what was read of it counts.
 */
export class JunkieSweep {
  readonly #failing: Set<string>
  #parts: Part[] = []
  #total: number | null = null
  #done = 0
  #unreadable = 0
  readonly #gaps: Gap[] = []
  readonly #unsure = new Set<string>()

  private constructor(failing: Set<string>) {
    this.#failing = failing
  }

  /** Over one script, whatever it counts. */
  static ofScript(scriptId: string): JunkieSweep {
    const sweep = new JunkieSweep(new Set())
    sweep.#parts = [partOf(scriptId, null)]
    return sweep
  }

  /**
   * Over the scripts that have anybody, and those of which the service does not say it. Those that are `failing` come last,
   * and are kept there up to date.
   */
  static ofCounts({ counts }: JunkieCounts, failing: Set<string>): JunkieSweep {
    const sweep = new JunkieSweep(failing)
    const live = [...counts].filter(([, count]) => count === null || count > 0)
    const askable = live.filter(([scriptId]) => isAskable(scriptId))
    for (const scriptId of failing) if (!counts.has(scriptId)) failing.delete(scriptId)
    askable.sort(([a], [b]) => Number(failing.has(a)) - Number(failing.has(b)))
    const read = askable.slice(0, mostScripts)
    sweep.#parts = read.map(([scriptId, count]) => partOf(scriptId, count))
    sweep.#total = live.reduce((sum, [, count]) => sum + (count ?? 0), 0)
    for (const [scriptId] of live) {
      if (isAskable(scriptId)) continue
      const words = serviceAnswersText.junkieNoScriptId
      sweep.#gap(shortened(scriptId, longestScriptId), words, null)
    }
    for (const [scriptId] of askable.slice(mostScripts)) sweep.#unsure.add(scriptId)
    if (read.length < askable.length) {
      const words = serviceAnswersText.junkieManyScripts(askable.length, mostScripts)
      sweep.#gaps.push({ scriptId: null, words, evidence: null, blind: false })
    }
    return sweep
  }

  /** The page to request next; `undefined` when all is read. */
  get next(): { scriptId: string; page: number } | undefined {
    return this.#parts[0]
  }

  get unreadable(): number {
    return this.#unreadable
  }

  /** Of the whole sweep so far. */
  get state(): Pick<ScopeAnswer, 'progress' | 'unsure' | 'gaps'> {
    const unsure: Unsure = this.#unsure.size > 0 ? this.#unsure : 'nobody'
    return { progress: { done: this.#done, total: this.#total }, unsure, gaps: this.#gaps }
  }

  /** Takes the page that was requested; returns those of its sessions that no page had before. */
  take(answer: JunkiePage<Session>, evidence: Evidence): Session[] {
    const [part] = this.#parts
    if (!part) return []
    const { trail } = part
    const before = trail.unreadable
    const fresh = trail.take(answer.items, answer.unreadable, ({ id }) => id)
    this.#done += fresh.length
    this.#unreadable += trail.unreadable - before
    this.#total ??= answer.total
    part.tries = 0
    this.#failing.delete(part.scriptId)
    if (answer.total !== null) part.live = Math.max(part.live ?? 0, answer.total)
    const isLast = answer.totalPages !== null && part.page >= answer.totalPages
    if (isLast || trail.end !== null || isEndless(part)) this.#endPart(part, evidence)
    else part.page += 1
    return fresh
  }

  /** The page that was requested failed. Returns whether the sweep can go on at once. */
  fail(error: AppError, evidence: Evidence): boolean {
    const [part, ...others] = this.#parts
    if (!part || ofTheAccount.has(error.kind)) return false
    part.tries += 1
    this.#failing.add(part.scriptId)
    const isDeleted = error.kind === 'not-found'
    if (part.tries < mostTries && !isDeleted) this.#parts = [...others, part]
    else {
      this.#parts = others
      const words = isDeleted ? serviceAnswersText.junkieUnknownScript : error.message
      this.#gap(part.scriptId, words, evidence)
    }
    return ofOneScript.has(error.kind)
  }

  /** All pages of a script are read: what they list has to agree with what the service counts. */
  #endPart(part: Part, evidence: Evidence): void {
    const { scriptId, live, trail } = part
    this.#parts.shift()
    if (trail.unreadable > 0) this.#unsure.add(scriptId)
    const listed = trail.found + trail.unreadable
    const expected = live ?? 0
    if (trail.end === 'full') this.#gaps.push({ ...tooMany('Junkie', null), scriptId })
    else if (isEndless(part)) {
      const words = serviceAnswersText.junkieListsMore(expected, trail.found)
      this.#gaps.push({ scriptId, words, evidence, blind: false })
    }
    // Pages shift while they are read, which hides a few; never all, nor a page’s worth.
    const lacks = expected - listed
    if (lacks > 0 && (listed === 0 || trail.end === 'repeats' || lacks >= largestPage)) {
      const { junkieListsNone, junkieListsFewer } = serviceAnswersText
      const words = listed === 0 ? junkieListsNone(expected) : junkieListsFewer(expected, listed)
      this.#gap(scriptId, words, evidence)
    }
  }

  /** Somebody may be at this script whom nobody sees. */
  #gap(scriptId: string, words: string, evidence: Evidence | null): void {
    this.#gaps.push({ scriptId, words, evidence, blind: true })
    this.#unsure.add(scriptId)
  }
}
