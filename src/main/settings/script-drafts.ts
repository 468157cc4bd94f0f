import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { type KeptDraft, keptDraftSchema, type UnsavedDraft } from '../../shared/script-draft'
import { type ScriptRef, scriptKey } from '../../shared/script-facts'
import { workspaceText } from '../../shared/text/workspace'
import { isMissing } from '../lib/errno'
import { SerialWrites } from '../lib/serial-writes'
import { fileVersion, writeAtomically } from './files'

/** The first line of a file; the rest is the source, verbatim. */
const headSchema = keptDraftSchema.unwrap().extend({ version: fileVersion(1) })

const ending = '.draft'

/** Script drafts on disk, each in a file only its owner may read. Requests run in order. */
export type ScriptDrafts = {
  /** All readable drafts, without sources. */
  list(): Promise<Result<KeptDraft[]>>
  /** `null` where no source is kept. */
  source(script: ScriptRef): Promise<Result<{ source: string | null }>>
  /** On disk once this resolves. */
  keep(draft: UnsavedDraft): Promise<Result<undefined>>
  discard(script: ScriptRef): Promise<Result<undefined>>
  /** An account is gone, with its drafts. */
  discardAccount(accountId: string): Promise<Result<undefined>>
  /** Resolves when all requests are done. */
  settled(): Promise<void>
}

/** Keeps drafts in `folder`, which is made when there is something to keep. `now`: epoch ms. */
export function openScriptDrafts(folder: string, now: () => number): ScriptDrafts {
  // Keep script names out of file names.
  const fileOf = (script: ScriptRef) =>
    path.join(folder, createHash('sha256').update(scriptKey(script)).digest('hex') + ending)
  const tasks = new SerialWrites()
  const inTurn = <T>(task: () => Promise<T>, failed: () => AppError): Promise<Result<T>> =>
    tasks.run(task).then(ok, () => err(failed()))
  const list = async (): Promise<KeptDraft[]> => {
    const names = await namesIn(folder)
    // A kill during a write leaves a partial file, which holds source too.
    for (const name of names.filter((each) => each.endsWith('.tmp')))
      await rm(path.join(folder, name), { force: true }).catch(() => undefined)
    const drafts: KeptDraft[] = []
    for (const name of names.filter((each) => each.endsWith(ending))) {
      // An unreadable draft must not hide others.
      const text = await readFile(path.join(folder, name), 'utf8').catch(() => '')
      const head = headOf(text)
      if (head) drafts.push(head)
    }
    return drafts
  }
  return {
    list: () => inTurn(list, unreadable),
    source: (script) =>
      inTurn(async () => {
        const text = await readFile(fileOf(script), 'utf8')
        const { sourceLength } = headOf(text) ?? { sourceLength: null }
        return { source: sourceLength === null ? null : text.slice(text.indexOf('\n') + 1) }
      }, unreadable),
    keep: ({ source, ...draft }) =>
      inTurn(async () => {
        const head = { version: 1, ...draft, savedAt: now(), sourceLength: source?.length ?? null }
        await writeAtomically(fileOf(draft), `${JSON.stringify(head)}\n${source ?? ''}`)
        return undefined
      }, notKept),
    discard: (script) =>
      inTurn(async () => {
        await rm(fileOf(script), { force: true })
        return undefined
      }, notRemoved),
    discardAccount: (accountId) =>
      inTurn(async () => {
        for (const draft of await list())
          if (draft.accountId === accountId) await rm(fileOf(draft), { force: true })
        return undefined
      }, notRemoved),
    settled: () => tasks.settled(),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

/** A file's draft header; `null` where another version or program wrote it, which is left alone. */
function headOf(text: string): KeptDraft | null {
  try {
    const { version: _, ...head } = headSchema.parse(JSON.parse(text.slice(0, text.indexOf('\n'))))
    return head
  } catch {
    return null
  }
}

const problem = (message: string): AppError => ({ kind: 'internal', message })
const unreadable = () => problem(workspaceText.draftsUnreadable)
const notKept = () => problem(workspaceText.draftNotKept)
const notRemoved = () => problem(workspaceText.draftNotRemoved)
