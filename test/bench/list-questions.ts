import type { JSHandle, Locator, Page } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, quantile, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 3
/** Until who left before the heartbeats stopped is no longer fading, ms. */
const settleMs = 3_000
/** A key that changed nothing until then changes nothing, ms. */
const answerPatienceMs = 10_000
/** Every name of the prepared service begins with this, so it narrows nothing; the next letter does. */
const commonStart = 'Player_'
/** Each finds some of 100 sessions and of 50,000; taken back, all are there again. */
const searchKeys = [...'123456789abc'].flatMap((letter) => [letter, 'Backspace'])
/** Columns whose names are pressed in turn: the second press turns an order round. No two in a row have one first row. */
const sortedColumns = ['User', 'User', 'Started']
/** Times that all of them are pressed in a round. */
const sortedTimes = 8

/**
 * From a key until the frame is painted whose first rows are another answer: 50,000 sessions against 100, heartbeats
 * paused. Once in the search box, once on the names of columns.
 */
export async function measureListQuestions(window: BenchWindow): Promise<Figure[]> {
  const { page, show, pause } = window
  const searches: Sizes[] = []
  const sorts: Sizes[] = []
  for (let round = 0; round < rounds; round++) {
    const measured: Answers[] = []
    for (const sessions of [50_000, 100]) {
      await show(sessions)
      await pause(true)
      await page.waitForTimeout(settleMs)
      measured.push({ search: await searchedMs(page), sort: await sortedMs(page) })
      await pause(false)
    }
    const [large, small] = measured
    if (!large || !small) throw new Error('a size was not measured')
    searches.push({ large: large.search, small: small.search })
    sorts.push({ large: large.sort, small: small.sort })
  }
  return [
    figure('Key of a search to painted first row p95, 50,000 sessions against 100', searches),
    figure('Key of a sort to painted first row p95, 50,000 sessions against 100', sorts),
  ]
}

/** ms of each key. */
type Answers = { search: number[]; sort: number[] }
type Sizes = { large: number[]; small: number[] }

function figure(name: string, sizes: readonly Sizes[]): Figure {
  const late = (answers: readonly number[]) => quantile(answers, 0.95)
  const words = (answers: readonly number[]) => {
    const [middle, most, slowest] = [median(answers), late(answers), Math.max(...answers)]
    return `median ${middle.toFixed(0)}, p95 ${most.toFixed(0)}, slowest ${slowest.toFixed(0)} ms`
  }
  return figureOf({
    name,
    rounds: sizes.map(({ large, small }): Round => ({ measured: late(large), against: late(small) })),
    aim: 3,
    detail: `${words(sizes.flatMap(({ large }) => large))}; against ${words(sizes.flatMap(({ small }) => small))}`,
  })
}

async function searchedMs(page: Page): Promise<number[]> {
  const box = searchBoxOf(page)
  await box.fill(commonStart)
  const seen: number[] = []
  for (const key of searchKeys) seen.push(await answeredMs(page, box, key))
  await box.fill('')
  return seen
}

async function sortedMs(page: Page): Promise<number[]> {
  const seen: number[] = []
  for (let time = 0; time < sortedTimes; time++)
    for (const column of sortedColumns) {
      const name = page.getByRole('columnheader', { name: column }).getByRole('button').first()
      seen.push(await answeredMs(page, name, 'Enter'))
    }
  // The list stands still while the focus is in it.
  await searchBoxOf(page).focus()
  return seen
}

const searchBoxOf = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search sessions' })

/** Presses a key on an element; ms from the key's own time until the frame is painted in which the list is another. */
async function answeredMs(page: Page, element: Locator, key: string): Promise<number> {
  await element.focus()
  const watched = await watchNextKey(page)
  await page.keyboard.press(key)
  const ms = await watched.evaluate(({ answered }) => answered)
  await watched.dispose()
  if (ms === null) throw new Error(`"${key}" left the list as it was`)
  return ms
}

/**
 * Listens to the next key before it is pressed. `answered`: ms until the frame is painted in which the list has another
 * count or another first row; `null` when it stays as it was.
 */
function watchNextKey(page: Page): Promise<JSHandle<{ answered: Promise<number | null> }>> {
  return page.getByRole('grid', { name: 'Live sessions' }).evaluateHandle((grid, patienceMs) => {
    const shown = () => {
      const row = grid.querySelector('tbody tr[aria-rowindex="2"]')
      return row && `${grid.getAttribute('aria-rowcount')} ${row.getAttribute('data-key')}`
    }
    const before = shown()
    const answered = new Promise<number | null>((resolve) => {
      const look = (pressedAt: number) => {
        const now = shown()
        if (performance.now() - pressedAt > patienceMs) resolve(null)
        else if (now === null || now === before) requestAnimationFrame(() => look(pressedAt))
        // In the frame in which it is found it gets painted; the next frame begins when that is done.
        else requestAnimationFrame(() => resolve(performance.now() - pressedAt))
      }
      addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => look(timeStamp)), {
        capture: true,
        once: true,
      })
    })
    return { answered }
  }, answerPatienceMs)
}
