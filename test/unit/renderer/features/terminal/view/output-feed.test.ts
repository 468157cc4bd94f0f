import { expect, it } from 'vitest'
import { BackgroundWork } from '../../../../../../src/renderer/features/terminal/view/background-work'
import { OutputFeed } from '../../../../../../src/renderer/features/terminal/view/output-feed'
import { createFakeClock } from '../../../../../harness/fake-clock'

function setUp() {
  const clock = createFakeClock()
  const work = new BackgroundWork(clock)
  /** What parsers were given, in order, and how each says that it is done. */
  const given: string[] = []
  const done: (() => void)[] = []
  const feed = () => {
    const made = new OutputFeed(work)
    const push = (name: string) =>
      made.push((end) => {
        given.push(name)
        done.push(end)
      })
    return { feed: made, push }
  }
  return { clock, given, feed, end: () => done.shift()?.() }
}

it('has output parsed at once while it has the focus', () => {
  const { given, feed } = setUp()
  const one = feed()
  one.feed.setFocus(true)
  one.push('1')
  one.push('2')
  expect(given).toEqual(['1', '2'])
})

it('gives one frame at a time without the focus, in turn with the others', async () => {
  const { clock, given, feed, end } = setUp()
  const a = feed()
  const b = feed()
  a.push('a1')
  a.push('a2')
  b.push('b1')
  await clock.advance(0)
  expect(given).toEqual(['a1'])
  end()
  await clock.advance(0)
  end()
  await clock.advance(0)
  expect(given).toEqual(['a1', 'b1', 'a2'])
})

it('has what waits parsed before what comes, when it gets the focus', async () => {
  const { clock, given, feed } = setUp()
  const one = feed()
  for (const name of ['1', '2', '3']) one.push(name)
  await clock.advance(0)
  one.feed.setFocus(true)
  one.push('4')
  expect(given).toEqual(['1', '2', '3', '4'])
})

it('does not keep the others waiting when it goes in the middle of its turn', async () => {
  const { clock, given, feed, end } = setUp()
  const gone = feed()
  const other = feed()
  gone.push('gone 1')
  gone.push('gone 2')
  other.push('other 1')
  other.push('other 2')
  await clock.advance(0)
  gone.feed.stop()
  await clock.advance(0)
  expect(given).toEqual(['gone 1', 'other 1'])
  // Its parser says so late: the other's turn is not over by that.
  end()
  await clock.advance(1_000)
  expect(given).toEqual(['gone 1', 'other 1'])
})
