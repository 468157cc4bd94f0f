import { beforeEach, describe, expect, it, vi } from 'vitest'

/** A fresh view over what the last run remembered. */
async function viewOver(remembered: string | null) {
  const kept = new Map(remembered === null ? [] : [['sessiondeck.view', remembered]])
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
  vi.resetModules()
  const view = await import('../../../../src/renderer/stores/view')
  view.keepView()
  const { panelBounds } = await import('../../../../src/renderer/stores/kept-view')
  return { ...view, panelBounds, remembered: () => JSON.parse(kept.get('sessiondeck.view') ?? 'null') }
}

beforeEach(() => {
  vi.unstubAllGlobals()
})

describe('what is remembered', () => {
  it('is the way of looking, not what was looked for', async () => {
    const { setQuery, setPlace, sortBy, remembered } = await viewOver(null)
    setQuery('wompus')
    setPlace({ accountId: 'a', scopeKey: null })
    sortBy('user')
    expect(remembered()).toMatchObject({ sort: { column: 'user', direction: 'ascending' } })
    expect(remembered()).not.toHaveProperty('query')
    expect(remembered()).not.toHaveProperty('place')
  })

  it.each(['not json', '[]', '{"sort":{"column":"gone"}}'])(
    'falls back where it cannot be used: %s',
    async (text) => {
      const { useView } = await viewOver(text)
      expect(useView.getState().sort).toEqual({ column: 'started', direction: 'descending' })
    },
  )

  it('loses one bad value only', async () => {
    const { useView } = await viewOver('{"shownColumns":["nobody"],"navigationCollapsed":true}')
    expect(useView.getState().navigationCollapsed).toBe(true)
    expect(useView.getState().shownColumns).toContain('user')
  })
})

describe('columns', () => {
  it('come back where they were', async () => {
    const { useView, toggleColumn } = await viewOver(null)
    const before = useView.getState().shownColumns
    toggleColumn('place')
    expect(useView.getState().shownColumns).not.toContain('place')
    toggleColumn('place')
    expect(useView.getState().shownColumns).toEqual(before)
  })

  it('never all go', async () => {
    const { useView, toggleColumn } = await viewOver('{"shownColumns":["job"]}')
    toggleColumn('job')
    expect(useView.getState().shownColumns).toEqual(['job'])
  })

  it('move among the shown and not over the edge', async () => {
    const { useView, moveColumn } = await viewOver('{"shownColumns":["user","job","state"]}')
    moveColumn('state', -1)
    moveColumn('user', -1)
    expect(useView.getState().shownColumns).toEqual(['user', 'state', 'job'])
  })

  it('are put on either side of another that is shown', async () => {
    const { useView, putColumn } = await viewOver('{"shownColumns":["user","job","state"]}')
    putColumn('state', 'user', 'before')
    expect(useView.getState().shownColumns).toEqual(['state', 'user', 'job'])
    putColumn('state', 'job', 'after')
    expect(useView.getState().shownColumns).toEqual(['user', 'job', 'state'])
    putColumn('place', 'user', 'before')
    putColumn('user', 'place', 'before')
    expect(useView.getState().shownColumns).toEqual(['user', 'job', 'state'])
  })
})

it('sorts the other way round when asked again, times latest first', async () => {
  const { useView, sortBy } = await viewOver(null)
  sortBy('beat')
  expect(useView.getState().sort).toEqual({ column: 'beat', direction: 'descending' })
  sortBy('beat')
  expect(useView.getState().sort.direction).toBe('ascending')
})

it('takes an empty filter away', async () => {
  const { useView, setFilter } = await viewOver(null)
  setFilter('user', { kind: 'text', text: 'x' })
  setFilter('user', { kind: 'text', text: ' ' })
  expect(useView.getState().filters).toEqual({})
})

it('keeps panels within their bounds', async () => {
  const { useView, setPanelWidth, panelBounds } = await viewOver(null)
  setPanelWidth('details', 9_999)
  setPanelWidth('navigation', 1)
  expect(useView.getState().panelWidths).toEqual({
    details: panelBounds.details.max,
    navigation: panelBounds.navigation.min,
  })
})
