import { expect, it } from 'vitest'
import {
  BackgroundWork,
  type WorkSource,
} from '../../../../../../src/renderer/features/terminal/view/background-work'
import { createFakeClock } from '../../../../../harness/fake-clock'

function setUp() {
  const clock = createFakeClock()
  const work = new BackgroundWork(clock)
  const log: string[] = []
  const open: (() => void)[] = []
  /** Somebody with so many pieces; each ends when the test says so. */
  const taker = (name: string, pieces: number): WorkSource => {
    let left = pieces
    return {
      take(done) {
        log.push(name)
        open.push(done)
        left -= 1
        return left > 0
      },
    }
  }
  return { clock, work, log, taker, end: () => open.shift()?.() }
}

it('has one piece done at a time, everybody in turn', async () => {
  const { clock, work, log, taker, end } = setUp()
  work.join(taker('a', 3))
  work.join(taker('b', 1))
  await clock.advance(0)
  expect(log).toEqual(['a'])
  for (let piece = 0; piece < 4; piece += 1) {
    end()
    await clock.advance(0)
  }
  expect(log).toEqual(['a', 'b', 'a', 'a'])
  expect(clock.pending()).toBe(0)
})

it('goes on when somebody comes after everything was done', async () => {
  const { clock, work, log, taker, end } = setUp()
  work.join(taker('a', 1))
  await clock.advance(0)
  end()
  await clock.advance(0)
  work.join(taker('b', 1))
  await clock.advance(0)
  expect(log).toEqual(['a', 'b'])
})

it('passes over who left the line', async () => {
  const { clock, work, log, taker } = setUp()
  const gone = taker('a', 1)
  work.join(gone)
  work.join(taker('b', 1))
  work.leave(gone)
  await clock.advance(0)
  expect(log).toEqual(['b'])
})

it('rests between two pieces while the person is at it, and no longer', async () => {
  const { clock, work, log, taker, end } = setUp()
  work.active()
  work.join(taker('a', 3))
  await clock.advance(0)
  expect(log).toEqual([])
  await clock.advance(50)
  expect(log).toEqual(['a'])
  end()
  await clock.advance(0)
  expect(log).toEqual(['a'])
  await clock.advance(1_000)
  expect(log).toEqual(['a', 'a'])
  end()
  await clock.advance(0)
  expect(log).toEqual(['a', 'a', 'a'])
})
