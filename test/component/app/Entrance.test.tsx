import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { Entrance } from '../../../src/renderer/app/Entrance'
import { enterSection, useSection } from '../../../src/renderer/stores/section'
import { show } from '../../harness/component'

const start = ['button', 'input'] as const
const byKeyboard = { current: 'keyboard' as const }

/** A section whose rows come later than its field. */
let addRows: () => void
function Section() {
  const [hasRows, setHasRows] = useState(false)
  addRows = () => setHasRows(true)
  return (
    <>
      <section aria-label="Machines">
        <input aria-label="Search" />
        {hasRows ? <button type="button">First</button> : null}
      </section>
      <Entrance start={start} lastPress={byKeyboard} />
    </>
  )
}

const isFocused = (element: HTMLElement) => document.activeElement === element

beforeEach(() => useSection.setState({ section: 'sessions', awaitsFocus: null }))

it('gives rows that come a moment later the focus', async () => {
  show(<Section />)
  act(() => enterSection('machines'))
  await vi.waitFor(() => expect(isFocused(screen.getByLabelText('Search'))).toBe(true))
  act(() => addRows())
  await vi.waitFor(() => expect(isFocused(screen.getByRole('button'))).toBe(true))
})

it('leaves the focus to whoever has begun to type', async () => {
  const { user } = show(<Section />)
  act(() => enterSection('machines'))
  const search = screen.getByLabelText('Search')
  await vi.waitFor(() => expect(isFocused(search)).toBe(true))
  await user.keyboard('a')
  act(() => addRows())
  await Promise.resolve()
  expect(isFocused(search)).toBe(true)
})
