import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { type KeptDraft, keptDraftSchema, type UnsavedDraft } from '../../shared/script-draft'
import { type ScriptRef, scriptKey } from '../../shared/script-facts'
import { isMissing } from '../lib/errno'
import { SerialWrites } from '../lib/serial-writes'
import { fileVersion, writeAtomically } from './files'

/** The first line of a file; the rest is the source, as it is. */
const headSchema = keptDraftSchema.extend({ version: fileVersion(1) })

const ending = '.draft'

/** Drafts of scripts on the disk, a file each that only its owner may read. What is asked first is done first. */
export type ScriptDrafts = {
  /** All that can be read, without their sources. */
  list(): Promise<Result<KeptDraft[]>>
  /** `null` where no source is kept. */
  source(script: ScriptRef): Promise<Result<{ source: string | null }>>
  /** It is on the disk when this resolves. */
  keep(draft: UnsavedDraft): Promise<Result<undefined>>
  discard(script: ScriptRef): Promise<Result<undefined>>
  /** An account is gone, and its drafts with it. */
  discardAccount(accountId: string): Promise<Result<undefined>>
  /** Resolves when everything that was asked is done. */
  settled(): Promise<void>
}

/** Keeps drafts in `folder`, which is made when there is something to keep. `now`: epoch ms. */
export function openScriptDrafts(folder: string, now: () => number): ScriptDrafts {
  // Names of scripts stay out of names of files.
  const fileOf = (script: ScriptRef) =>
    path.join(folder, createHash('sha256').update(scriptKey(script)).digest('hex') + ending)
  const tasks = new SerialWrites()
  const inTurn = <T>(task: () => Promise<T>, failed: AppError): Promise<Result<T>> =>
    tasks.run(task).then(ok, () => err(failed))
  const list = async (): Promise<KeptDraft[]> => {
    const names = await namesIn(folder)
    // A kill in the middle of writing leaves a half, which holds a source too.
    for (const name of names.filter((each) => each.endsWith('.tmp')))
      await rm(path.join(folder, name), { force: true }).catch(() => undefined)
    const drafts: KeptDraft[] = []
    for (const name of names.filter((each) => each.endsWith(ending))) {
      // One that cannot be read must not hide the others.
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

/** What a file says of its draft; `null` where another version or another program wrote it: it stays as it is. */
function headOf(text: string): KeptDraft | null {
  try {
    const { version: _, ...head } = headSchema.parse(JSON.parse(text.slice(0, text.indexOf('\n'))))
    return head
  } catch {
    return null
  }
}

const problem = (message: string): AppError => ({ kind: 'internal', message })
const unreadable = problem('The unsaved drafts could not be read. Check the data folder’s permissions.')
const notKept = problem('What you typed is not kept: the disk refused it. Send it before you quit.')
const notRemoved = problem('A draft could not be removed from the data folder. Check its permissions.')
