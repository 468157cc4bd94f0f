import { afterEach, expect, it } from 'vitest'
import {
  paneStanding,
  retryText,
  tabStanding,
} from '../../../../../../src/renderer/features/terminal/pane/pane-words'
import type { Pane } from '../../../../../../src/renderer/features/terminal/tabs/terminal-tabs'
import type { Terminal, TerminalState } from '../../../../../../src/shared/terminal'
import { speak } from '../../../../../../src/shared/text/speak'

afterEach(() => speak('en'))

const target = { kind: 'ssh', hostId: 'h' } as const
const pane: Pane = {
  id: 'p',
  target,
  label: 'web-1',
  terminalId: 't',
  opening: false,
  problem: null,
  title: '',
  activity: 'none',
}
const at = (state: TerminalState): Terminal => ({ id: 't', target, label: 'web-1', sessionKey: null, state })
const word = (state: TerminalState) => paneStanding(pane, at(state)).word
const ended = (exitCode: number | null, signal: string | null = null) =>
  ({ kind: 'ended', reason: '', exitCode, signal }) as const

it('has a word for every state', () => {
  expect(word({ kind: 'connecting' })).toBe('connecting')
  expect(word({ kind: 'waiting' })).toBe('asks you')
  expect(word({ kind: 'live' })).toBe('live')
  expect(word({ kind: 'lost', reason: '', retryAt: null })).toBe('lost')
  expect(word(ended(0))).toBe('ended')
  expect(word(ended(2))).toBe('exit 2')
  expect(word(ended(null, 'TERM'))).toBe('SIGTERM')
})

it('offers to connect only where that does something', () => {
  const can = (state: TerminalState) => paneStanding(pane, at(state)).canConnect
  expect([can({ kind: 'connecting' }), can({ kind: 'waiting' }), can({ kind: 'live' })]).toEqual([
    false,
    false,
    false,
  ])
  expect([can({ kind: 'lost', reason: '', retryAt: 1 }), can(ended(0))]).toEqual([true, true])
  expect(paneStanding({ ...pane, terminalId: null }, undefined)).toMatchObject({
    word: 'not connected',
    canConnect: true,
  })
})

it('says why it could not be opened', () => {
  const failed = { ...pane, terminalId: null, problem: 'That host is gone.' }
  expect(paneStanding(failed, undefined)).toMatchObject({ word: 'failed', reason: 'That host is gone.' })
})

it('counts down in whole seconds and never below zero', () => {
  expect(retryText(10_000, 6_001)).toBe('reconnecting in 4 s')
  expect(retryText(10_000, 12_000)).toBe('reconnecting in 0 s')
  expect(retryText(null, 0)).toBeNull()
})

it('says of a split tab what is most urgent in it, and of how many panes', () => {
  const of = (...states: TerminalState[]) => tabStanding(states.map((state) => paneStanding(pane, at(state))))
  const live = { kind: 'live' } as const
  const connecting = { kind: 'connecting' } as const
  const lost = (retryAt: number | null) => ({ kind: 'lost', reason: '', retryAt }) as const
  expect(of(live, { kind: 'waiting' }, lost(null), connecting)?.word).toBe('1 of 4 asks you')
  expect(of(live, lost(9), connecting, lost(5))).toMatchObject({ word: '2 of 4 lost', retryAt: 5 })
  expect(of(live, connecting)?.word).toBe('1 of 2 connecting')
  expect(of(live, ended(2))?.word).toBe('1 of 2 exit 2')
  expect(of(ended(0), live)).toMatchObject({ word: '1 of 2 live', tone: 'good' })
  expect(of(live, live)?.word).toBe('live')
  expect(of(lost(null))?.word).toBe('lost')
  expect(of()).toBeNull()
})

it('finds the same most urgent in every language', async () => {
  await speak('de')
  const states: TerminalState[] = [{ kind: 'live' }, { kind: 'connecting' }, { kind: 'waiting' }]
  expect(tabStanding(states.map((state) => paneStanding(pane, at(state))))).toMatchObject({
    kind: 'asks',
    word: '1 von 3 fragt Sie',
  })
  expect(paneStanding(pane, at(ended(2)))).toMatchObject({ word: 'Exit 2', sentence: 'Exit 2.' })
})
