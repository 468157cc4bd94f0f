import { expect, it } from 'vitest'
import { batchState } from '../../../../src/renderer/actions/bulk-words'
import type { Batch } from '../../../../src/shared/bulk'

const done = (fields: Pick<Batch, 'kind' | 'label' | 'labelKind'>): string =>
  batchState({
    id: 'b',
    reason: null,
    requestedAt: 1,
    state: 'done',
    counts: { total: 20, planned: 0, sending: 0, done: 18, failed: 2, unknown: 0, unsent: 0 },
    remainingMs: null,
    disconnectAt: null,
    ...fields,
  })

it.each([
  ['message', 'Message delivered to'],
  ['disconnect', 'Disconnected'],
] as const)('says of a %s where it was, or only how many there were', (kind, did) => {
  expect(done({ kind, label: 'Hub One', labelKind: 'name' })).toBe(`${did} 18 of 20 in Hub One`)
  expect(done({ kind, label: '20 sessions', labelKind: 'count' })).toBe(`${did} 18 of 20 sessions`)
  // An account can be called anything.
  expect(done({ kind, label: '40 sessions', labelKind: 'name' })).toBe(`${did} 18 of 20 in 40 sessions`)
})

it('counts both actions of a session', () => {
  expect(done({ kind: 'message-disconnect', label: '10 sessions', labelKind: 'count' })).toBe(
    'Messages and disconnects done: 18 of 20, 10 sessions',
  )
})
