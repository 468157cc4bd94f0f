import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sendAfterGrace } from '../../../../../src/renderer/features/actions/send-after-grace'
import { useToasts } from '../../../../../src/renderer/stores/toasts'
import { graceMs } from '../../../../../src/shared/default-settings'
import { err, ok, type Result } from '../../../../../src/shared/result'
import { loggedAction } from '../../../../harness/action-log'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { present } from '../../../../harness/presenting'

let bridge: FakeBridge
let answer: (result: Result<ReturnType<typeof loggedAction>>) => void

const toasts = () => useToasts.getState().toasts
const said = () => toasts().map(({ text }) => text.replace(/[\u2068\u2069]/g, ''))
const text = { kind: 'text', text: 'Hello' } as const

beforeEach(() => {
  present(false)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  bridge = new FakeBridge()
  bridge.install()
  const later = new Promise<Result<ReturnType<typeof loggedAction>>>((resolve) => {
    answer = resolve
  })
  bridge.answer('session.disconnect', () => later)
  bridge.answer('session.message', () => later)
  useToasts.setState({ toasts: [] })
})
afterEach(() => vi.useRealTimers())

it('offers to undo it as long as it waits, and tells what became of it', async () => {
  const sending = sendAfterGrace({ key: 'a1:1', who: 'Wompus', message: text })
  expect(bridge.asked('session.message')).toEqual([{ key: 'a1:1', message: text, waits: true }])
  expect(said()).toEqual(['Sending the message to Wompus in 5 seconds.'])
  vi.advanceTimersByTime(graceMs)
  expect(said()).toEqual([])
  answer(ok(loggedAction('1')))
  await sending
  expect(said()).toEqual(['Wompus: Message delivered'])
})

it('has it never leave', async () => {
  bridge.answer('session.undo', () => ok(true))
  const sending = sendAfterGrace({ key: 'a1:1', who: 'Wompus', message: null })
  expect(said()).toEqual(['Disconnecting Wompus in 5 seconds.'])
  toasts()[0]?.action?.run()
  expect(bridge.asked('session.undo')).toEqual([{ key: 'a1:1', message: null }])
  answer(ok(loggedAction('1', { kind: 'disconnect', outcome: { kind: 'unsent', reason: 'you undid it' } })))
  await sending
  expect(said()).toEqual(['Wompus: Disconnect not sent: you undid it'])
})

it('says when it is too late, and when it could not be asked for', async () => {
  bridge.answer('session.undo', () => ok(false))
  const sending = sendAfterGrace({ key: 'a1:1', who: 'Wompus', message: null })
  toasts()[0]?.action?.run()
  await expect.poll(said).toContain('Wompus: Too late to undo: it was already sent.')
  answer(err({ kind: 'gone', message: 'This session has already left. Nothing was sent.' }))
  await sending
  expect(said()).toContain('Wompus: This session has already left. Nothing was sent.')
})
