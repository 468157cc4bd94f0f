import { expect, it } from 'vitest'
import { draftOf } from '../../../../../src/renderer/features/bulk/bulk-form'
import type { BulkTarget, MessageTemplate } from '../../../../../src/shared/bulk'

const target: BulkTarget = { kind: 'sessions', keys: ['j:1'] }
const hello: MessageTemplate = { kind: 'text', text: 'Hello' }

it('asks whom a message reaches once it says something', () => {
  expect(draftOf('message', target, ['text'], [], '0')).toBeNull()
  expect(draftOf('message', target, ['text'], [hello], '0')).toMatchObject({ messages: [hello] })
})

it('asks at once where nothing can be said: the answer tells why nobody is reached', () => {
  expect(draftOf('message', target, [], [], '0')).toEqual({
    kind: 'message',
    target,
    messages: [],
    waitMs: 0,
  })
  expect(draftOf('disconnect', target, [], [], '0')).toMatchObject({ kind: 'disconnect', messages: [] })
})
