import { expect, it, vi } from 'vitest'
import { LateTray } from '../../../../../src/main/desktop/window/late-tray'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const icon = () => ({
  setLive: vi.fn(),
  setState: vi.fn(),
  setPresenting: vi.fn(),
  setAsking: vi.fn(),
  redraw: vi.fn(),
  destroy: vi.fn(),
})

it('opens with the last count that came before it, and hears the next ones', () => {
  const shown = icon()
  const openTray = vi.fn(() => shown)
  const tray = new LateTray(openTray, log)
  tray.setLive(3)
  tray.setLive(5)
  expect(tray.isOpen).toBe(false)
  tray.open()
  expect(tray.isOpen).toBe(true)
  expect(openTray).toHaveBeenCalledExactlyOnceWith(5)
  tray.setLive(8)
  expect(shown.setLive.mock.calls).toEqual([[8]])
})

it('does without an icon where the desktop has no place for one', () => {
  const tray = new LateTray(() => {
    throw new Error('no tray')
  }, log)
  tray.open()
  expect(tray.isOpen).toBe(false)
  expect(log.error).toHaveBeenCalledOnce()
  tray.setPresenting(true)
  tray.destroy()
})
