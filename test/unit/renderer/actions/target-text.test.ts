import { expect, it } from 'vitest'
import { targetText } from '../../../../src/renderer/actions/target-text'
import type { Presenter } from '../../../../src/renderer/components/window-context'

const presenter: Presenter = {
  on: true,
  name: (kind) => `${kind} 3F`,
  row: (row) => row,
  text: (text) => `shown ${text}`,
  id: (id) => id,
  secret: () => '•',
}

it.each([
  ['message', 'a:1', 'User 3F'],
  ['session-end', 'a:1', 'Machine 3F'],
  ['session-create', null, 'Machine 3F'],
  ['script-toggle', null, 'shown web-1'],
] as const)('whom a %s of session %s is about reads %s while presenting', (kind, sessionKey, text) => {
  expect(targetText({ kind, sessionKey, target: 'web-1' }, presenter)).toBe(text)
})
