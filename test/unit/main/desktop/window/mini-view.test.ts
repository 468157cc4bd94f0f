import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MiniView } from '../../../../../src/main/desktop/window/mini-view'

const full = { x: 100, y: 50, width: 1_280, height: 800 }

/** A window that keeps what it is told. */
class Window {
  bounds = full
  normal = full
  onTop = false
  maximised = false
  fullScreen = false
  destroyed = false
  least = { width: 900, height: 600 }
  getBounds = () => this.bounds
  getNormalBounds = () => this.normal
  isDestroyed = () => this.destroyed
  isFullScreen = () => this.fullScreen
  isMaximized = () => this.maximised
  maximize = () => {
    this.maximised = true
  }
  unmaximize = () => {
    this.maximised = false
  }
  setAlwaysOnTop = (on: boolean) => {
    this.onTop = on
  }
  setBounds = (bounds: Partial<typeof full>) => {
    this.bounds = { ...this.bounds, ...bounds }
  }
  setFullScreen = (on: boolean) => {
    this.fullScreen = on
  }
  setMinimumSize = (width: number, height: number) => {
    this.least = { width, height }
  }
}

describe('the mini view', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('goes back to where it was on a system that puts a window a frame away from where it was asked to', () => {
    const window = new Window()
    const mini = new MiniView(window)
    mini.set(true)
    window.bounds = { ...window.bounds, x: window.bounds.x + 1, y: window.bounds.y + 20 }
    vi.runAllTimers()
    mini.set(false)
    expect(window.bounds).toEqual({ ...full, x: full.x - 1, y: full.y - 20 })
  })

  it('takes no window that somebody has moved for that', () => {
    const window = new Window()
    const mini = new MiniView(window)
    mini.set(true)
    window.bounds = { ...window.bounds, x: 5, y: 700 }
    vi.runAllTimers()
    mini.set(false)
    expect(window.bounds).toEqual(full)
  })

  it('is small, over all others and in the corner, and then everything is as it was', () => {
    const window = new Window()
    const mini = new MiniView(window)
    mini.set(true)
    expect(mini.isOn).toBe(true)
    expect(window.onTop).toBe(true)
    expect(window.bounds.width).toBeLessThan(400)
    expect(window.bounds.x + window.bounds.width).toBe(full.x + full.width)
    expect(window.bounds.width).toBeGreaterThanOrEqual(window.least.width)
    mini.set(false)
    expect(mini.isOn).toBe(false)
    expect(window).toMatchObject({ bounds: full, onTop: false, least: { width: 900, height: 600 } })
  })

  it('comes out of a maximised or whole screen, and goes back to a maximised one', () => {
    const window = new Window()
    window.maximised = true
    window.fullScreen = true
    const mini = new MiniView(window)
    mini.set(true)
    expect(window).toMatchObject({ maximised: false, fullScreen: false })
    mini.set(false)
    expect(window.maximised).toBe(true)
  })

  it('does nothing twice, and nothing to a window that is gone', () => {
    const window = new Window()
    const mini = new MiniView(window)
    mini.set(true)
    mini.set(true)
    mini.set(false)
    expect(window.bounds).toEqual(full)
    window.destroyed = true
    mini.set(true)
    expect(mini.isOn).toBe(false)
  })
})
