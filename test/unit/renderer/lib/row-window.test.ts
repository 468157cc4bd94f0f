import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noSight, rowsToDraw, scrollTopFor, sightAt } from '../../../../src/renderer/lib/row-window'

const height = { row: 32, header: 30 }
const view = { scrollTop: 0, clientHeight: 350 }
const places = fc.record({
  scrollTop: fc.double({ min: 0, max: 1_600_000, noNaN: true }),
  clientHeight: fc.integer({ min: 31, max: 2_000 }),
})
const counts = fc.integer({ min: 1, max: 50_000 })

describe('the rows that are drawn', () => {
  it('are none before the list has a height', () => {
    expect(rowsToDraw(noSight, 10, 0)).toEqual([])
    expect(rowsToDraw(sightAt(noSight, view, height), 3, 0)).toEqual([0, 1, 2])
  })

  it('fill the screen wherever the list stands, each once and in order', () => {
    fc.assert(
      fc.property(
        counts,
        places,
        places,
        fc.integer({ min: -1, max: 50_000 }),
        (count, from, to, tabStop) => {
          const room = to.clientHeight - height.header
          const scrollTop = Math.max(0, Math.min(to.scrollTop, count * height.row - room))
          const before = sightAt(noSight, from, height)
          const rows = rowsToDraw(sightAt(before, { ...to, scrollTop }, height), count, tabStop)
          for (let y = scrollTop; y < Math.min(scrollTop + room, count * height.row); y += height.row)
            expect(rows).toContain(Math.floor(y / height.row))
          expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
          expect(rows.every((index) => index >= 0 && index < count)).toBe(true)
          if (tabStop >= 0 && tabStop < count) expect(rows).toContain(tabStop)
        },
      ),
    )
  })

  it('reach further in the direction in which the list moves', () => {
    const beyond = (from: number, to: number) => {
      const before = sightAt(noSight, { ...view, scrollTop: from }, height)
      const rows = rowsToDraw(sightAt(before, { ...view, scrollTop: to }, height), 1_000, -1)
      return { above: to / height.row - (rows[0] ?? 0), below: (rows.at(-1) ?? 0) - to / height.row }
    }
    const [down, up] = [beyond(6_400, 12_800), beyond(19_200, 12_800)]
    expect(down.below).toBeGreaterThan(up.below)
    expect(up.above).toBeGreaterThan(down.above)
  })

  it('are those at the end of a list that became shorter than where it stands', () => {
    const sight = sightAt(noSight, { ...view, scrollTop: 32_000 }, height)
    const rows = rowsToDraw(sight, 100, -1)
    expect(rows.at(-1)).toBe(99)
    expect(rows.length).toBeGreaterThanOrEqual(10)
  })

  it('stay the same while less than a row is scrolled, so that nothing is drawn', () => {
    const sight = sightAt(noSight, view, height)
    expect(sightAt(sight, { ...view, scrollTop: 31 }, height)).toBe(sight)
    expect(sightAt(sight, { ...view, scrollTop: 200 }, height)).not.toBe(sight)
  })
})

describe('where to scroll for a row', () => {
  it('is nowhere for one that can be seen', () => {
    const place = { ...view, scrollTop: 64 }
    for (const index of [2, 5, 11]) expect(scrollTopFor(index, place, height, 'nearest')).toBe(64)
  })

  it('is its upper or its lower edge for others, clear of the header', () => {
    const place = { ...view, scrollTop: 64 }
    expect(scrollTopFor(1, place, height, 'nearest')).toBe(32)
    expect(scrollTopFor(12, place, height, 'nearest')).toBe(13 * 32 - 320)
    expect(scrollTopFor(20, place, height, 'center')).toBe(20 * 32 - 144)
  })
})
