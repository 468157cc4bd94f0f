import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DragBorder } from '../../../src/renderer/components/DragBorder'

let happened: string[]

beforeEach(() => {
  happened = []
  // It has no pointers to capture.
  Element.prototype.setPointerCapture = () => undefined
  render(
    <DragBorder
      label="Width of the list"
      width={{ now: 200, min: 100, max: 300 }}
      className={undefined}
      isFocusable
      onTake={() => 200}
      onDrag={(start, byPx) => happened.push(`drag ${start} ${byPx}`)}
      onLetGo={(start, byPx) => happened.push(`let go ${start} ${byPx}`)}
    />,
  )
})
afterEach(cleanup)

const border = () => screen.getByRole('separator', { name: 'Width of the list' })

it('says how far it was dragged from where it was taken, until it is let go', () => {
  fireEvent.pointerMove(border(), { clientX: 40 })
  fireEvent.pointerDown(border(), { clientX: 50 })
  fireEvent.pointerMove(border(), { clientX: 70 })
  fireEvent.pointerMove(border(), { clientX: 45 })
  fireEvent.pointerUp(border(), { clientX: 45 })
  fireEvent.pointerMove(border(), { clientX: 90 })
  expect(happened).toEqual(['drag 200 20', 'drag 200 -5', 'let go 200 -5'])
})

it('is let go where the pointer is taken away', () => {
  fireEvent.pointerDown(border(), { clientX: 50 })
  fireEvent.pointerCancel(border(), { clientX: 50 })
  fireEvent.pointerMove(border(), { clientX: 90 })
  expect(happened).toEqual(['let go 200 0'])
})
