import type { Page } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 7

/**
 * From the moment at which the service begins to send the answer that lists somebody new, until the frame with that
 * row is painted; against a bare trip: a request to the shell over IPC, one element changed, and its frame painted. An
 * arrival waits for no heartbeat here: the clock starts with the answer.
 */
export async function measurePaintedRow({ page, feed, show }: BenchWindow): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const sessions of [100, 50_000]) {
    await show(sessions)
    const pairs: Round[] = []
    for (let round = 0; round < rounds; round++) {
      const name = `Arrival-${sessions}-${round}`
      const painted = paintOf(page, name)
      const [answeredAt, paintedAt] = await Promise.all([feed.arrive(name), painted])
      pairs.push({ measured: paintedAt - answeredAt, against: await bareTrip(page) })
    }
    const own = median(pairs.map((pair) => pair.measured)).toFixed(0)
    const bare = median(pairs.map((pair) => pair.against)).toFixed(0)
    figures.push(
      figureOf({
        name: `Response to painted row with ${sessions.toLocaleString('en')} sessions, against a bare trip`,
        rounds: pairs,
        aim: sessions === 100 ? null : 2,
        detail: `${own} ms against ${bare} ms`,
      }),
    )
  }
  return figures
}

/** Epoch ms at which the frame that shows a row with this text was painted. */
function paintOf(page: Page, text: string): Promise<number> {
  return page.getByRole('grid', { name: 'Live sessions' }).evaluate(
    (grid, wanted) =>
      new Promise<number>((resolve) => {
        // In the frame in which it is found it gets painted; the next frame begins when that is done.
        const look = () => {
          if (grid.textContent?.includes(wanted)) requestAnimationFrame(() => resolve(Date.now()))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    text,
  )
}

/** ms. */
function bareTrip(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const startedAt = Date.now()
    await sessiondeck.request('watch.state', undefined)
    const mark = document.body.appendChild(document.createElement('i'))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    mark.remove()
    return Date.now() - startedAt
  })
}
