import { expect, it } from 'vitest'
import { Chosen } from '../../../../src/renderer/stores/chosen'

const stretch = { revision: 3, from: 0, to: 50_000 }
const all = () => Chosen.inStretch(stretch, ['a:1', 'a:2'])

it('adds and drops one of a few', () => {
  const chosen = Chosen.of(['a:1', 'a:2']).toggled('a:1').toggled('a:3')
  expect(chosen.choice).toEqual({ kind: 'sessions', keys: ['a:2', 'a:3'] })
  expect([chosen.size, chosen.has('a:1'), chosen.has('a:3')]).toEqual([2, false, true])
})

it('drops one of a stretch and takes it back', () => {
  const dropped = all().toggled('a:2')
  expect(dropped.choice).toEqual({ kind: 'stretch', stretch, except: ['a:2'], also: [] })
  expect([dropped.size, dropped.has('a:1'), dropped.has('a:2')]).toEqual([49_999, true, false])
  const whole = dropped.toggled('a:2')
  expect([whole.size, whole.has('a:2')]).toEqual([50_000, true])
})

it('adds one to a stretch that does not hold it, and drops it again', () => {
  const more = all().toggled('a:new')
  expect(more.choice).toEqual({ kind: 'stretch', stretch, except: [], also: ['a:new'] })
  expect([more.size, more.has('a:new')]).toEqual([50_001, true])
  expect(more.toggled('a:new').size).toBe(50_000)
})

it('keeps what was dropped while the window has other rows, and says nothing of those that it does not have', () => {
  const elsewhere = all()
    .toggled('a:2')
    .knowing(new Set(['a:7']))
  expect([elsewhere.has('a:7'), elsewhere.has('a:1')]).toEqual([true, false])
  const back = elsewhere.knowing(new Set(['a:1', 'a:2']))
  expect([back.has('a:1'), back.has('a:2')]).toEqual([true, false])
})
