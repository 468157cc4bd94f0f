import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PageTrail } from '../../../../../src/main/watch/providers/page-trail'

/** Reads pages until the trail ends, and tells how. */
function follow(pageAt: (rows: number) => (string | null)[], most = 1_000) {
  const trail = new PageTrail(most)
  const found: string[] = []
  let pages = 0
  while (trail.end === null && pages < 100_000) {
    const page = pageAt(trail.rows)
    const items = page.filter((id) => id !== null)
    found.push(...trail.take(items, page.length - items.length, (id) => id))
    pages += 1
  }
  return { found, pages, end: trail.end, unreadable: trail.unreadable }
}

describe('a trail of pages', () => {
  const whole = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { freq: 4 }), {
    maxLength: 40,
  })

  it('finds every readable row of an honest service once, however its pages are cut', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.integer({ min: 1, max: 9 }),
        (ids, size) => {
          const { found, unreadable } = follow((from) => ids.slice(from, from + size))
          expect(found).toEqual(ids)
          expect(unreadable).toBe(0)
        },
      ),
    )
  })

  it('ends whatever it is given', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, isDeaf) => {
        const { pages } = follow((from) => (isDeaf ? rows.slice(0, size) : rows.slice(from, from + size)))
        expect(pages).toBeLessThanOrEqual(rows.length + 2)
      }),
    )
  })

  it.each([
    ['only a row that cannot be read', [null]],
    ['a row that cannot be read beside others', ['a', null]],
    ['the same rows', ['a', 'b']],
  ])('needs two pages of a service that ignores the index and has %s', (_what, page) => {
    expect(follow(() => page)).toMatchObject({
      pages: 2,
      end: 'repeats',
      unreadable: page.includes(null) ? 1 : 0,
    })
  })

  it('goes past one page of which nothing can be read', () => {
    const pages = [['a'], [null], ['b'], []]
    expect(follow(() => pages.shift() ?? [])).toEqual({
      found: ['a', 'b'],
      pages: 4,
      end: 'empty',
      unreadable: 1,
    })
  })

  it('is cut where a service never stops giving new ones', () => {
    let next = 0
    const { found, end, pages } = follow(() => Array.from({ length: 30 }, () => `${next++}`))
    expect([found.length, end, pages]).toEqual([1_000, 'full', 34])
  })
})
