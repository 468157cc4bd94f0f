import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Toasts } from '../../../src/renderer/app/Toasts'
import { clearToasts, showToast, useToasts } from '../../../src/renderer/stores/toasts'
import { show } from '../../harness/component'

/** Longer than a toast stays, ms. */
const longMs = 60_000

const tell = (id: string, role: 'status' | 'alert', action: { label: string; run(): void } | null = null) =>
  act(() => showToast({ id, role, text: `News ${id}`, action }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  clearToasts()
})
afterEach(() => vi.useRealTimers())

const pass = () => act(() => vi.advanceTimersByTime(longMs))

it('go by themselves, and those that need a person stay', () => {
  show(<Toasts />)
  tell('1', 'status')
  tell('2', 'alert')
  expect(screen.getByRole('status').textContent).toBe('News 1')
  pass()
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByRole('alert').textContent).toBe('News 2')
})

it('stay while the pointer or the focus is on them', () => {
  show(<Toasts />)
  tell('1', 'status')
  const list = screen.getByRole('region', { name: 'Notifications' })
  fireEvent.pointerMove(list)
  pass()
  expect(screen.getByText('News 1')).toBeTruthy()
  const dismiss = screen.getByRole('button', { name: 'Dismiss' })
  act(() => dismiss.focus())
  fireEvent.pointerLeave(list)
  pass()
  expect(screen.getByText('News 1')).toBeTruthy()
  act(() => dismiss.blur())
  pass()
  expect(screen.queryByText('News 1')).toBeNull()
})

it('do what they offer once, and give the focus back to where it was', () => {
  const run = vi.fn()
  show(
    <>
      <button type="button">The list</button>
      <Toasts />
    </>,
  )
  const before = screen.getByRole('button', { name: 'The list' })
  before.focus()
  tell('1', 'alert', { label: 'Show', run })
  const offer = screen.getByRole('button', { name: 'Show' })
  act(() => offer.focus())
  act(() => offer.click())
  expect(run).toHaveBeenCalledOnce()
  expect(useToasts.getState().toasts).toEqual([])
  expect(document.activeElement).toBe(before)
})
