import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Welcome } from '../../../../src/renderer/features/welcome/Welcome'
import { show } from '../../../harness/component'

it('begins at its first button', () => {
  show(<Welcome />)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add account' }))
})

it('leaves the focus to whoever has it', () => {
  const field = document.body.appendChild(document.createElement('input'))
  field.focus()
  show(<Welcome />)
  expect(document.activeElement).toBe(field)
  field.remove()
})
