import { Text } from '@codemirror/state'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DraftKeeper } from '../../../../../src/renderer/features/scripts/draft-keeper'
import { changedWords } from '../../../../../src/renderer/features/scripts/KeptDraftNotice'
import { err, ok } from '../../../../../src/shared/result'
import type { UnsavedDraft } from '../../../../../src/shared/script-draft'
import { longestSource } from '../../../../../src/shared/script-facts'

const script = { accountId: 'a', scriptId: 's/1' }
const base = {
  name: 'Farm',
  freeForAll: false,
  useHeartbeat: true,
  kickOutdated: false,
  requireSessions: false,
  enabled: true,
}
const text = (source: string) => Text.of(source.split('\n'))
const source = (written: string) => ({ edit: {}, source: text(written) })
const nothing = { edit: {}, source: null }

let kept: (UnsavedDraft | 'discarded')[]
let problems: string[]
let isFull: boolean
let keeper: DraftKeeper
beforeEach(() => {
  vi.useFakeTimers()
  kept = []
  problems = []
  isFull = false
  keeper = new DraftKeeper({
    keep: async (draft) => {
      if (isFull) return err({ kind: 'internal', message: 'full' })
      kept.push(draft)
      return ok(undefined)
    },
    discard: async () => {
      kept.push('discarded')
      return ok(undefined)
    },
    baseOf: () => base,
    onProblem: ({ message }) => problems.push(message),
  })
})
afterEach(() => vi.useRealTimers())

it('keeps what is typed within a second, and not at every key', async () => {
  for (const written of ['p', 'pr', 'print()\n']) keeper.changed(script, source(written))
  expect(kept).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(kept).toEqual([{ ...script, base, edit: {}, source: 'print()\n' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(kept).toHaveLength(1)
})

it('goes on while somebody never rests', async () => {
  for (let key = 0; key < 50; key += 1) {
    keeper.changed(script, source('x'.repeat(key + 1)))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(kept.length).toBeGreaterThanOrEqual(4)
})

it('writes a source of megabytes less often', async () => {
  keeper.changed(script, source('x'.repeat(8_000_000)))
  await vi.advanceTimersByTimeAsync(3_900)
  expect(kept).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(kept).toHaveLength(1)
})

it('discards at once what was sent or emptied, and never writes it afterwards', async () => {
  keeper.changed(script, source('print()'))
  keeper.changed(script, nothing)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(kept).toEqual(['discarded'])
})

it('takes a source that was sent off the disk at once, and keeps the changes beside it', async () => {
  keeper.changed(script, { edit: { name: 'New' }, source: text('print()') })
  await vi.advanceTimersByTimeAsync(1_000)
  keeper.changed(script, { edit: { name: 'New' }, source: null })
  expect(kept.at(-1)).toMatchObject({ edit: { name: 'New' }, source: null })
})

it('writes what waits when the window goes', async () => {
  keeper.changed(script, source('print()'))
  await keeper.flush()
  expect(kept).toMatchObject([{ source: 'print()' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(kept).toHaveLength(1)
})

it('remembers how the script was when a draft of an earlier run was begun', async () => {
  const then = { ...base, name: 'Old' }
  keeper.resume(script, then)
  keeper.changed(script, source('print()'))
  await keeper.flush()
  expect(kept).toMatchObject([{ base: then }])
})

it('keeps the last source that could be sent, and says what could not be kept', async () => {
  keeper.changed(script, source('x'.repeat(longestSource + 1)))
  await keeper.flush()
  expect(kept).toEqual([])
  isFull = true
  keeper.changed(script, source('print()'))
  await keeper.flush()
  expect(problems).toEqual(['full'])
})

it('names what became otherwise at the service', () => {
  const info = {
    ...base,
    id: 's/1',
    projectId: null,
    totalExecutions: 1,
    totalSessions: 1,
    totalInstances: 1,
    fetchedAt: 1,
  }
  expect(changedWords(base, info)).toEqual([])
  expect(changedWords(base, { ...info, name: 'Other', kickOutdated: true, enabled: false })).toEqual([
    'Name',
    'Kick outdated',
    'Enabled',
  ])
})
