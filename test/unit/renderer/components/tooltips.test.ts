import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Tooltips } from '../../../../src/renderer/components/tooltips'

const button = { isConnected: true } as Element
const neighbour = { isConnected: true } as Element
const keys = new EventTarget()

let tooltips: Tooltips
let disconnect: () => void
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', keys)
  tooltips = new Tooltips()
  disconnect = tooltips.connect()
})
afterEach(() => {
  disconnect()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const press = (key: string) => keys.dispatchEvent(Object.assign(new Event('keydown'), { key }))

/** A tooltip: where it is shown now, `null` nowhere. */
function tooltip() {
  const shown = { at: null as Element | null }
  return {
    shown,
    show: (element: Element | null) => {
      shown.at = element
    },
  }
}

describe('tooltips', () => {
  it('open when the pointer rests, and not when it only passes', () => {
    const { shown, show } = tooltip()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(499)
    tooltips.leave()
    vi.advanceTimersByTime(1_000)
    expect(shown.at).toBeNull()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(500)
    expect(shown.at).toBe(button)
  })

  it('follow each other without a delay, and one is open at most', () => {
    const first = tooltip()
    const second = tooltip()
    tooltips.enter(button, first.show)
    vi.advanceTimersByTime(500)
    tooltips.leave()
    tooltips.enter(neighbour, second.show)
    expect([first.shown.at, second.shown.at]).toEqual([null, neighbour])
    tooltips.leave()
    vi.advanceTimersByTime(100)
    expect(second.shown.at).toBeNull()
    vi.advanceTimersByTime(299)
    tooltips.enter(button, first.show)
    expect(first.shown.at).toBe(button)
  })

  it('wait again when the last one was long ago', () => {
    const { shown, show } = tooltip()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(500)
    tooltips.close()
    vi.advanceTimersByTime(300)
    tooltips.enter(button, show)
    expect(shown.at).toBeNull()
  })

  it('stay while the pointer is on them', () => {
    const { shown, show } = tooltip()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(500)
    tooltips.leave()
    tooltips.stay()
    vi.advanceTimersByTime(1_000)
    expect(shown.at).toBe(button)
  })

  it('open at the focus that a key moved, and at no other', () => {
    const { shown, show } = tooltip()
    tooltips.focus(button, show)
    expect(shown.at).toBeNull()
    press('Tab')
    tooltips.focus(button, show)
    expect(shown.at).toBe(button)
    press('Escape')
    expect(shown.at).toBeNull()
    tooltips.focus(button, show)
    expect(shown.at).toBeNull()
    press('ArrowDown')
    keys.dispatchEvent(new Event('pointerdown'))
    tooltips.focus(button, show)
    expect(shown.at).toBeNull()
  })

  it('stay closed once their element was pressed, until the pointer comes back', () => {
    const { shown, show } = tooltip()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(500)
    keys.dispatchEvent(new Event('pointerdown'))
    expect(shown.at).toBeNull()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(1_000)
    expect(shown.at).toBeNull()
    tooltips.leave()
    tooltips.enter(button, show)
    vi.advanceTimersByTime(500)
    expect(shown.at).toBe(button)
  })

  it('do not open at what has gone meanwhile', () => {
    const { shown, show } = tooltip()
    tooltips.enter({ isConnected: false } as Element, show)
    vi.advanceTimersByTime(500)
    expect(shown.at).toBeNull()
  })
})
