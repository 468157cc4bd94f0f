import type { Page } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, quantile, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 3
/** Keys of one round: what is typed finds some of the names, what is taken back all of them again. */
const searched = ['1', 'a', '7', 'k'].flatMap((letter) => [letter, 'Backspace'])
/** Presses of one round on a column's name: each turns the order round. */
const turns = 8

/**
 * From a key until the frame is painted whose first rows are another answer: 50,000 sessions against 100, heartbeats
 * paused. Once in the search box, once on the name of a column.
 */
export async function measureListQuestions({ page, show, pause }: BenchWindow): Promise<Figure[]> {
  const searches: Round[] = []
  const sorts: Round[] = []
  const seen: Record<'search' | 'sort', { small: number[]; large: number[] }> = {
    search: { small: [], large: [] },
    sort: { small: [], large: [] },
  }
  for (let round = 0; round < rounds; round++) {
    const late = { search: [Number.NaN, Number.NaN], sort: [Number.NaN, Number.NaN] }
    for (const [place, sessions] of [50_000, 100].entries()) {
      await show(sessions)
      await pause(true)
      const search = await keysToPaint(page, page.getByRole('searchbox').first(), searched)
      const name = page.getByRole('columnheader', { name: 'User', exact: true }).getByRole('button').first()
      const sort = await keysToPaint(
        page,
        name,
        Array.from({ length: turns }, () => 'Enter'),
      )
      await pause(false)
      const size = place === 0 ? 'large' : 'small'
      seen.search[size].push(...search)
      seen.sort[size].push(...sort)
      late.search[place] = quantile(search, 0.95)
      late.sort[place] = quantile(sort, 0.95)
    }
    const [search = Number.NaN, searchAgainst = Number.NaN] = late.search
    const [sort = Number.NaN, sortAgainst = Number.NaN] = late.sort
    searches.push({ measured: search, against: searchAgainst })
    sorts.push({ measured: sort, against: sortAgainst })
  }
  const detail = ({ small, large }: { small: number[]; large: number[] }) =>
    `medians ${median(large).toFixed(0)} ms against ${median(small).toFixed(0)} ms`
  return [
    figureOf({
      name: 'Key of a search to painted rows p95, 50,000 against 100',
      rounds: searches,
      aim: 3,
      detail: detail(seen.search),
    }),
    figureOf({
      name: 'Key that turns the order to painted rows p95, 50,000 against 100',
      rounds: sorts,
      aim: 3,
      detail: detail(seen.sort),
    }),
  ]
}

/** Presses keys on an element, each when the one before was answered; ms from each to the painted answer. */
async function keysToPaint(
  page: Page,
  element: ReturnType<Page['getByRole']>,
  keys: readonly string[],
): Promise<number[]> {
  const seen: number[] = []
  await element.focus()
  for (const key of keys) {
    const painted = answerTo(page)
    // The page listens before the key is pressed.
    await page.evaluate(() => undefined)
    await page.keyboard.press(key)
    seen.push(await painted)
  }
  return seen
}

/** ms from the next key until the frame is painted in which the list shows something else. */
function answerTo(page: Page): Promise<number> {
  return page.getByRole('grid', { name: 'Live sessions' }).evaluate(
    (grid) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('the list shows what it showed')), 20_000)
        const shown = () =>
          `${grid.getAttribute('aria-rowcount')} ${grid.querySelector('tbody tr')?.getAttribute('data-key')}`
        const before = shown()
        const pressed = ({ timeStamp }: Event) => {
          const look = () => {
            // In the frame in which it is found it gets painted; the next frame begins when that is done.
            if (shown() === before) requestAnimationFrame(look)
            else requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          }
          requestAnimationFrame(look)
        }
        addEventListener('keydown', pressed, { capture: true, once: true })
      }),
  )
}
