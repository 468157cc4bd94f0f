import { expect, it } from 'vitest'
import { type SavedView, savedViewsSchema } from '../../../../src/shared/list/saved-view'
import { viewBounds } from '../../../../src/shared/list/view-bounds'
import { settingsSchema } from '../../../../src/shared/settings'

const view: SavedView = {
  id: '1',
  name: 'Stale in Hub One',
  filters: { state: { kind: 'choice', chosen: ['stale'] } },
  sort: { column: 'user', direction: 'ascending' },
  columns: ['user', 'state'],
  place: { accountId: 'a', scopeKey: null },
}

const stored = (savedViews: unknown) => settingsSchema.parse({ savedViews }).savedViews

it('is read as it was written', () => {
  expect(stored([view])).toEqual([view])
  expect(settingsSchema.parse({}).savedViews).toEqual([])
})

it.each([
  ['another version’s column', { ...view, columns: ['user', 'mood'] }],
  ['a column twice', { ...view, columns: ['user', 'user'] }],
  ['another version’s filter', { ...view, filters: { mood: { kind: 'text', text: 'x' } } }],
  ['no name', { ...view, name: ' ' }],
  ['a text that is no filter', { ...view, filters: { user: 'wompus' } }],
  ['nothing', null],
])('is left out with what cannot be used, and costs no other view: %s', (_why, bad) => {
  expect(stored([bad, view])).toEqual([view])
})

it.each([['a text'], [null], [{ 0: view }]])('is nothing where the file has no list: %j', (value) => {
  expect(stored(value)).toEqual([])
})

it('is kept within bounds', () => {
  const many = Array.from({ length: viewBounds.most + 1 }, (_, index) => ({ ...view, id: String(index) }))
  expect(stored(many)).toHaveLength(viewBounds.most)
  expect(savedViewsSchema.safeParse(many).success).toBe(false)
  expect(savedViewsSchema.safeParse([{ ...view, name: 'x'.repeat(61) }]).success).toBe(false)
  const long = { user: { kind: 'text', text: 'x'.repeat(1_001) } }
  expect(savedViewsSchema.safeParse([{ ...view, filters: long }]).success).toBe(false)
})
