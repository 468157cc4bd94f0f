import { beforeEach, expect, it } from 'vitest'
import {
  changeLogView,
  clearLogView,
  isLogNarrowed,
  logQuery,
  outcomeGroups,
  showBatchInLog,
  useLogView,
} from '../../../../../src/renderer/features/action-log/log-view'
import { useSection } from '../../../../../src/renderer/stores/section'
import { outcomeSchema } from '../../../../../src/shared/action'
import { logQuerySchema } from '../../../../../src/shared/action-log'

const day = 86_400_000
const query = () => logQuery(useLogView.getState(), 100 * day)

beforeEach(clearLogView)

it('hides nothing at first', () => {
  expect(isLogNarrowed(useLogView.getState())).toBe(false)
  expect(query()).toMatchObject({ text: '', kinds: [], outcomes: [], from: null, to: null, before: null })
})

it('asks for what it is narrowed to', () => {
  changeLogView({ text: 'wompus', outcomes: ['done', 'failed'], period: 'week' })
  expect(isLogNarrowed(useLogView.getState())).toBe(true)
  expect(query()).toMatchObject({
    text: 'wompus',
    outcomes: ['delivered', 'answered', 'gone', 'failed'],
    from: 93 * day,
  })
  expect(logQuerySchema.safeParse({ ...query(), limit: 1 }).success).toBe(true)
})

it('finds every outcome in exactly one group', () => {
  const kinds = outcomeSchema.unwrap().options.map((option) => option.shape.kind.value)
  expect(
    outcomeGroups()
      .flatMap((group) => group.kinds)
      .sort(),
  ).toEqual(kinds.sort())
})

it('shows a bulk action and nothing else', () => {
  changeLogView({ text: 'wompus', accountId: 'a1' })
  showBatchInLog('b1')
  expect(query()).toMatchObject({ text: '', accountId: null, batchId: 'b1' })
  expect(useSection.getState().section).toBe('log')
})
