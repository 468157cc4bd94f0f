import type { Page } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, quantile, type Round } from './statistics'
import type { BenchWindow } from './window'

const rounds = 4
const scrollMs = 4_000
/** CSS px a frame: about four rows, as a firm turn of the wheel does. */
const stepPx = 120

type Scroll = { frames: number[]; longTasks: number }

/**
 * Frame times while the list is scrolled by the same step in every frame, back up from its end: 50,000 rows against
 * 100. Once with the pollers paused, once with heartbeats (1 % change) every two seconds.
 */
export async function measureScrolling(window: BenchWindow): Promise<Figure[]> {
  const still = await compareScrolling(window, true)
  const live = await compareScrolling(window, false)
  return [
    figure('Scrolling 50,000 rows, against 100 (frame time p95)', still),
    figure('The same while heartbeats come in', live),
  ]
}

type Pair = { small: Scroll; large: Scroll }

async function compareScrolling({ page, show, pause }: BenchWindow, paused: boolean): Promise<Pair[]> {
  const pairs: Pair[] = []
  const scrollOf = async (sessions: number) => {
    await show(sessions)
    await pause(paused)
    const result = await scroll(page)
    await pause(false)
    return result
  }
  for (let round = 0; round < rounds; round++)
    pairs.push({ small: await scrollOf(100), large: await scrollOf(50_000) })
  return pairs
}

function figure(name: string, pairs: Pair[]): Figure {
  const p95 = ({ frames }: Scroll) => quantile(frames, 0.95)
  const rounds = pairs.map(({ small, large }): Round => ({ measured: p95(large), against: p95(small) }))
  const words = (scrolls: Scroll[]) => {
    const frames = scrolls.flatMap((one) => one.frames)
    const tasks = scrolls.reduce((sum, one) => sum + one.longTasks, 0)
    const [middle, late] = [median(frames), quantile(frames, 0.95)].map((ms) => ms.toFixed(1))
    return `median ${middle}, p95 ${late}, longest ${Math.max(...frames).toFixed(0)} ms, ${tasks} long tasks`
  }
  const large = words(pairs.map((pair) => pair.large))
  const small = words(pairs.map((pair) => pair.small))
  return figureOf({ name, rounds, aim: 1.1, detail: `${large}; against ${small}` })
}

/** Scrolls for a while; times are ms. */
function scroll(page: Page): Promise<Scroll> {
  return page.getByRole('grid', { name: 'Live sessions' }).evaluate(
    async (grid, { durationMs, step }) => {
      let scroller: Element | null = grid
      while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
        scroller = scroller.parentElement
      if (!scroller) throw new Error('the list cannot be scrolled')
      let longTasks = 0
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length
      })
      observer.observe({ type: 'longtask' })
      const height = scroller.scrollHeight - scroller.clientHeight
      const frames: number[] = []
      let direction = 1
      let before = await new Promise<number>(requestAnimationFrame)
      const endAt = before + durationMs
      while (before < endAt) {
        if (scroller.scrollTop >= height - step) direction = -1
        else if (scroller.scrollTop < step) direction = 1
        scroller.scrollTop += direction * step
        const now = await new Promise<number>(requestAnimationFrame)
        frames.push(now - before)
        before = now
      }
      scroller.scrollTop = 0
      observer.disconnect()
      return { frames, longTasks }
    },
    { durationMs: scrollMs, step: stepPx },
  )
}
