import { describe, expect, it } from 'vitest'
import { Closing } from '../../../../../src/main/desktop/window/closing'

function setUp(world: { tray: boolean; explained?: boolean; canAsk?: boolean; quits?: boolean }) {
  const done: string[] = []
  let explained = world.explained ?? false
  const closing = new Closing({
    quits: () => world.quits ?? false,
    hasTray: async () => world.tray,
    isExplained: () => explained,
    markExplained: () => {
      explained = true
    },
    canAsk: async () => world.canAsk ?? true,
    ask: (mode) => done.push(mode),
    hide: () => done.push('hide'),
    minimise: () => done.push('minimise'),
    quit: () => done.push('quit'),
  })
  return { closing, done }
}

describe('with a tray', () => {
  it('explains once, then hides', async () => {
    const { closing, done } = setUp({ tray: true })
    await closing.request()
    closing.answer('hide')
    await closing.request()
    expect(done).toEqual(['explain', 'hide', 'hide'])
  })

  it('explains again if the person stayed', async () => {
    const { closing, done } = setUp({ tray: true })
    await closing.request()
    closing.answer('stay')
    await closing.request()
    expect(done).toEqual(['explain', 'explain'])
  })

  it('hides when the page cannot ask', async () => {
    const { closing, done } = setUp({ tray: true, canAsk: false })
    await closing.request()
    expect(done).toEqual(['hide'])
  })
})

describe('without a tray', () => {
  it('asks each time, even where closing was explained', async () => {
    const { closing, done } = setUp({ tray: false, explained: true })
    await closing.request()
    closing.answer('minimise')
    await closing.request()
    closing.answer('quit')
    expect(done).toEqual(['choose', 'minimise', 'choose', 'quit'])
  })

  it('minimises when the page cannot ask, or is asked a second time', async () => {
    const broken = setUp({ tray: false, canAsk: false })
    await broken.closing.request()
    expect(broken.done).toEqual(['minimise'])

    const silent = setUp({ tray: false })
    await silent.closing.request()
    await silent.closing.request()
    expect(silent.done).toEqual(['choose', 'minimise'])
  })
})

it.each([true, false])('quits where the person chose that, with a tray (%s) or without', async (tray) => {
  const { closing, done } = setUp({ tray, quits: true })
  await closing.request()
  expect(done).toEqual(['quit'])
})
