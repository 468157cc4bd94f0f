import { beforeEach, expect, it } from 'vitest'
import {
  changeForm,
  chooseAccount,
  openLookup,
  runLookup,
  stopLookup,
  useLookup,
} from '../../../../../src/renderer/features/lookup/lookup'
import { questionOf } from '../../../../../src/renderer/features/lookup/lookup-form'
import { addFound, useFound } from '../../../../../src/renderer/stores/found'
import { useSection } from '../../../../../src/renderer/stores/section'
import { getSession } from '../../../../../src/renderer/stores/session'
import { providerIds } from '../../../../../src/shared/ids'
import type { LookupAnswer, LookupQuestion } from '../../../../../src/shared/lookup'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'
import { ok } from '../../../../../src/shared/result'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { bareSession } from '../../../../harness/roster-rows'

const question: LookupQuestion = { provider: 'luaprot', by: 'key', id: 'KEY' }
let bridge: FakeBridge
let answers: ((answer: LookupAnswer) => void)[]

const found = (id: string): LookupAnswer => ({
  sessions: [bareSession('a', 'luaprot', id)],
  complete: true,
  stopped: null,
  total: 1,
  unreadable: 0,
  evidence: { asked: 'GET', at: 1, answer: '200' },
})

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  answers = bridge.hold('lookup.run')
  bridge.answer('lookup.cancel', () => ok(undefined))
  useFound.setState({ byKey: new Map() })
})

it('shows the answer to the latest question only, and remembers whom it found', async () => {
  const first = runLookup('a', question)
  const second = runLookup('a', { ...question, id: 'OTHER' })
  answers[1]?.(found('2'))
  answers[0]?.(found('1'))
  await Promise.all([first, second])
  expect(useLookup.getState().run).toMatchObject({ kind: 'done', answer: { sessions: [{ id: '2' }] } })
  expect(getSession('a:2')).toMatchObject({ leftAt: null, foundAt: expect.any(Number) })
  expect(getSession('a:1')).toBeNull()
})

it('stops a look-up, whose answer is then nobody’s', async () => {
  const running = runLookup('a', question)
  stopLookup()
  answers[0]?.(found('1'))
  await running
  expect(useLookup.getState().run).toEqual({ kind: 'idle' })
  expect(bridge.requests.at(-1)).toEqual({ name: 'lookup.cancel', input: { lane: 'lookup' } })
})

it('is led to from elsewhere: the form says what was asked', () => {
  openLookup('a', { provider: 'luaprot', by: 'key', id: 'KEY' })
  expect(useSection.getState().section).toBe('lookup')
  expect(useLookup.getState()).toMatchObject({ accountId: 'a', form: { by: 'key', id: 'KEY' } })
  expect(bridge.requests).toEqual([
    { name: 'lookup.run', input: { lane: 'lookup', accountId: 'a', question } },
  ])
})

it.each(providerIds)('has %s asked again, from its form, what somebody was led to', (provider) => {
  const known = { key: 'KEY', discordId: '123456789098765432', scriptId: 's' }
  for (const { question: led } of providerCatalog[provider].questionsAbout(known)) {
    openLookup('a', led)
    expect(questionOf(useLookup.getState().form, provider)).toEqual({ ok: true, value: led })
  }
})

it('knows that a session which ended is over, and since when', () => {
  const ended = { ...bareSession('v', 'vsay', 's'), status: 'ended', lastBeatAt: 5 }
  addFound([ended, { ...ended, key: 'v:t', id: 't', lastBeatAt: null }])
  expect(getSession('v:s')).toMatchObject({ leftAt: 5 })
  expect(getSession('v:t')?.leftAt).toBe(getSession('v:t')?.foundAt)
})

it('forgets the longest unseen of more than 20,000', () => {
  addFound(Array.from({ length: 20_001 }, (_, index) => bareSession('a', 'luaprot', String(index))))
  expect(getSession('a:0')).toBeNull()
  expect(getSession('a:1')).not.toBeNull()
})

it('masks what came from where it was masked, until it is emptied or another account is asked', () => {
  const masked = () => [...useLookup.getState().masked]
  openLookup('a', { provider: 'luaprot', by: 'key', id: 'KEY' })
  expect(masked()).toContain('id')
  changeForm({ id: 'KEY2' })
  expect(masked()).toContain('id')
  changeForm({ id: '' })
  expect(masked()).not.toContain('id')
  openLookup('a', { provider: 'luaauth', scriptId: 's', key: 'KEY' })
  expect(masked()).toContain('key')
  chooseAccount('b')
  expect(masked()).toEqual([])
})
