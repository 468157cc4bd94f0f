import type { Text } from '@codemirror/state'
import type { AppError, Result } from '../../../shared/result'
import type { ScriptBase, ScriptDraft, UnsavedDraft } from '../../../shared/script-draft'
import { longestSource, type ScriptRef, scriptKey } from '../../../shared/script-facts'

/** What is typed for a script now. */
type Typed = { edit: ScriptDraft; source: Text | null }

/** What the keeper depends on. */
type Parts = {
  keep(draft: UnsavedDraft): Promise<Result<undefined>>
  discard(script: ScriptRef): Promise<Result<undefined>>
  /** How a script is at its service, as far as it is known. */
  baseOf(script: ScriptRef): ScriptBase | null
  onProblem(error: AppError): void
}

/** Most typing that a kill of the process loses, ms … */
const usualGapMs = 1_000
/** … and a source of megabytes, which is written whole each time, a little more: characters a ms. */
const charactersPerMs = 2_000

type Entry = {
  script: ScriptRef
  base: ScriptBase | null
  typed: Typed
  timer: ReturnType<typeof setTimeout> | null
}

/** Has what is typed kept on the disk while it is typed, and removed when nothing is left of it. */
export class DraftKeeper {
  readonly #parts: Parts
  readonly #entries = new Map<string, Entry>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A draft of an earlier run goes on: it was begun when its script was so. */
  resume(script: ScriptRef, base: ScriptBase | null): void {
    this.#entries.set(scriptKey(script), { script, base, typed: { edit: {}, source: null }, timer: null })
  }

  /** Something was typed, taken by the service or discarded. */
  changed(script: ScriptRef, typed: Typed): void {
    const key = scriptKey(script)
    const known = this.#entries.get(key)
    if (typed.source === null && Object.keys(typed.edit).length === 0) {
      if (known?.timer) clearTimeout(known.timer)
      this.#entries.delete(key)
      void this.#parts.discard(script).then((result) => this.#tell(result))
      return
    }
    // A source that was sent is no longer a draft, whatever else is.
    const isTaken = known?.typed.source && !typed.source
    const entry = known ?? { script, base: this.#parts.baseOf(script), typed, timer: null }
    entry.typed = typed
    this.#entries.set(key, entry)
    if (isTaken) {
      void this.#write(entry)
      return
    }
    const gapMs = Math.max(usualGapMs, (typed.source?.length ?? 0) / charactersPerMs)
    entry.timer ??= setTimeout(() => void this.#write(entry), gapMs)
  }

  /** Writes what waits; resolves when it is on the disk. */
  async flush(): Promise<void> {
    await Promise.all(
      [...this.#entries.values()].filter(({ timer }) => timer).map((each) => this.#write(each)),
    )
  }

  async #write(entry: Entry): Promise<void> {
    if (entry.timer) clearTimeout(entry.timer)
    entry.timer = null
    const { script, base, typed } = entry
    // It can never be sent: the draft that was kept before is closer to the next one.
    if (typed.source && typed.source.length > longestSource) return
    const source = typed.source?.toString() ?? null
    this.#tell(await this.#parts.keep({ ...script, base, edit: typed.edit, source }))
  }

  #tell(result: Result<undefined>): void {
    if (!result.ok) this.#parts.onProblem(result.error)
  }
}
