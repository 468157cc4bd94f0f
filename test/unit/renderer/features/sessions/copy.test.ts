import { beforeEach, expect, it } from 'vitest'
import { copyCell, copyRows } from '../../../../../src/renderer/features/sessions/copy'
import { Chosen } from '../../../../../src/renderer/stores/chosen'
import { roster } from '../../../../../src/renderer/stores/roster'
import { clearSelection, selectAll } from '../../../../../src/renderer/stores/selection'
import { useToasts } from '../../../../../src/renderer/stores/toasts'
import { useView } from '../../../../../src/renderer/stores/view'
import { ok } from '../../../../../src/shared/result'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { present } from '../../../../harness/presenting'
import { rosterRow } from '../../../../harness/roster-rows'

let bridge: FakeBridge

const copied = () => bridge.asked('clipboard.write').at(-1)?.text
const wompus = rosterRow('1', { userName: 'wompus', placeId: '4', startedAt: 0 })

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.answer('clipboard.write', () => ok(undefined))
  bridge.install()
  present(false)
  roster.learn(wompus)
  useView.setState({ shownColumns: ['place', 'user', 'account', 'started', 'beat'] })
  clearSelection()
  useToasts.setState({ toasts: [] })
})

it('copies a row as a line of a table, in the order of its columns', async () => {
  await copyRows(wompus.key)
  expect(copied()).toBe('4\twompus\tLuaProt\t1970-01-01T00:00:00.000Z\t')
})

it('copies rows that are not on screen, too', async () => {
  const other = rosterRow('2', { userName: 'kaitlyn', placeId: '5' })
  bridge.answer('session.rows', () => ok({ json: JSON.stringify([wompus, other]) }))
  selectAll(Chosen.of([wompus.key, other.key]))
  await copyRows(other.key)
  expect(
    copied()
      ?.split('\n')
      .map((line) => line.split('\t')[1]),
  ).toEqual(['wompus', 'kaitlyn'])
})

it('copies one cell', async () => {
  await copyCell(wompus.key, 'user')
  expect(copied()).toBe('wompus')
})

it('copies stand-ins while presenting', async () => {
  present(true)
  await copyCell(wompus.key, 'user')
  expect(copied()).toMatch(/^User /)
  await copyRows(wompus.key)
  expect(copied()).not.toContain('wompus')
})

it('leaves the clipboard alone and says so where there is nothing to copy, or too much', async () => {
  bridge.answer('session.rows', () => ok({ json: '[]' }))
  await copyRows('a:gone')
  selectAll(Chosen.of(Array.from({ length: 5_001 }, (_, index) => `a:${index}`)))
  await copyRows('a:0')
  expect(bridge.asked('clipboard.write')).toEqual([])
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual([
    'Only 5,000 rows can be copied at once. Export the sessions instead.',
  ])
})
