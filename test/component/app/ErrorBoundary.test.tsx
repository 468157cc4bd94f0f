import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../../src/renderer/app/ErrorBoundary'
import { show } from '../../harness/component'

let isBroken = false

function Details() {
  if (isBroken) throw new Error('no such row')
  return <p>The details</p>
}

it('says which part stopped and why, leaves the others, and draws it anew when asked', async () => {
  isBroken = true
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { user } = show(
    <>
      <p>The list</p>
      <ErrorBoundary title="The details stopped">
        <Details />
      </ErrorBoundary>
    </>,
  )
  expect(screen.getByText('The list')).toBeTruthy()
  expect(screen.getByText('The details stopped')).toBeTruthy()
  expect(screen.getByText(/no such row/)).toBeTruthy()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('The details')).toBeTruthy()
})
