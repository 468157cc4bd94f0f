import { describe, expect, it } from 'vitest'
import { describeHealth, type ScopeFacts } from '../../../../../src/main/watch/monitor/health'
import { mostListed } from '../../../../../src/main/watch/monitor/roster'
import { nothingOdd, type Oddities } from '../../../../../src/main/watch/providers/provider'
import type { AppError } from '../../../../../src/shared/result'

const facts = (fields: Partial<ScopeFacts> = {}): ScopeFacts => ({
  accountId: 'a1',
  provider: 'junkie',
  scope: { kind: 'organisation', id: '*' },
  halt: null,
  count: 0,
  lastSuccessAt: 1,
  lastAttemptAt: 1,
  nextAt: 2,
  sweep: null,
  unreadable: 0,
  gaps: [],
  odd: nothingOdd,
  evidence: { asked: 'GET /live-users', at: 1, answer: '200' },
  error: null,
  awaited: false,
  holdMs: 0,
  ...fields,
})
const told = (fields: Partial<ScopeFacts>) => {
  const { state, summary } = describeHealth(facts(fields))
  return `${state}: ${summary}`
}
const gap = (scriptId: string | null, words: string) => ({ scriptId, words, evidence: null })
const plain = (
  kind: 'timeout' | 'not-json' | 'dns' | 'network' | 'tls' | 'unauthorized' | 'not-found',
): AppError => ({
  kind,
  message: `The message of ${kind}.`,
})

describe('health', () => {
  it.each<[Partial<ScopeFacts>, string]>([
    [
      { awaited: true, lastAttemptAt: null, lastSuccessAt: null },
      'starting: Asking Junkie for the first time.',
    ],
    [{ awaited: true, count: 3 }, 'starting: Asking Junkie again.'],
    [{ awaited: true, error: plain('dns') }, 'offline: Can’t connect to Junkie: its address can’t be found.'],
    [
      { holdMs: 3_600_000, count: 3 },
      'rate-limited: Junkie allows no more requests for now: it is asked again in 60 min.',
    ],
    [
      { holdMs: 90_000, error: { kind: 'unavailable', status: 503, message: '' } },
      'late: Junkie is in trouble itself (HTTP 503); that does not mean that nobody is online. It asked us to wait 90 s.',
    ],
    [
      { holdMs: 90_000, error: { kind: 'rate-limited', retryAfterMs: 90_000, message: '' } },
      'rate-limited: Junkie asked us to wait 90 s.',
    ],
    [{ count: 1 }, 'live: 1 session online.'],
    [
      { count: 1_400, unreadable: 2 },
      'partial: 1,400 sessions online; 2 rows could not be read, so nobody there counts as gone.',
    ],
    [{}, 'live: Nobody is online: Junkie answers with an empty list.'],
    [
      { unreadable: 1 },
      'partial: Nobody can be listed; 1 row could not be read, so nobody there counts as gone.',
    ],
    [
      { count: 3, gaps: [gap('48377', 'Junkie forbids this (403).')] },
      'partial: 3 sessions online; script 48377: Junkie forbids this (403).',
    ],
    [
      { count: 3, gaps: [gap('1', 'It is odd.'), gap('2', 'It is down.'), gap(null, 'There are more.')] },
      'partial: 3 sessions online; script 1: It is odd (and 2 more).',
    ],
    [
      { gaps: [gap('48\n377', 'Junkie counts 3 sessions here and lists none of them.')] },
      'partial: Nobody can be listed; script 48 377: Junkie counts 3 sessions here and lists none of them.',
    ],
    [
      { count: mostListed },
      'partial: 200,000 sessions online; Junkie goes on listing others; the list holds no more than 200,000.',
    ],
    [
      { count: 9, sweep: { done: 3, total: 5 }, gaps: [gap(null, 'It stopped.')] },
      'partial: Reading: 3 of 5; It stopped.',
    ],
    [{ count: 200, sweep: { done: 200, total: 1_000 } }, 'live: Reading: 200 of 1,000.'],
    [{ count: 200, sweep: { done: 200, total: null } }, 'live: Reading: 200 of an unknown number.'],
    [{ error: plain('timeout') }, 'late: Junkie stopped answering.'],
    [{ error: plain('timeout'), lastSuccessAt: null }, 'late: Junkie does not answer.'],
    [
      { error: plain('not-json') },
      'late: Junkie answers, but with something that cannot be read. The message of not-json.',
    ],
    [
      { error: { kind: 'unavailable', status: 502, message: '' } },
      'late: Junkie is in trouble itself (HTTP 502); that does not mean that nobody is online.',
    ],
    [
      { error: { kind: 'rate-limited', retryAfterMs: 39_200, message: '' } },
      'rate-limited: Junkie asked us to wait 40 s.',
    ],
    [
      { error: { kind: 'rate-limited', retryAfterMs: 600_000, message: '' } },
      'rate-limited: Junkie asked us to wait 10 min.',
    ],
    [
      { error: { kind: 'rate-limited', retryAfterMs: null, message: '' } },
      'rate-limited: Junkie asked us to slow down.',
    ],
    [{ error: plain('unauthorized') }, 'refused: The message of unauthorized.'],
    [{ error: plain('not-found') }, 'refused: The message of not-found.'],
    [{ error: plain('dns') }, 'offline: Can’t connect to Junkie: its address can’t be found.'],
    [{ error: plain('network') }, 'offline: Can’t connect to Junkie.'],
    [{ error: plain('tls') }, 'offline: Can’t connect securely to Junkie. The message of tls.'],
    [{ halt: 'paused', error: plain('tls') }, 'paused: Paused. Not polling.'],
    [{ halt: 'suspended' }, 'paused: This computer is asleep.'],
  ])('of %j is told as %j', (fields, expected) => {
    expect(told(fields)).toBe(expected)
  })

  it('says what was odd about an answer that is all there', () => {
    const odd: Oddities = { timesIn: ['milliseconds'], lost: 3, shortened: 1, unasked: 2 }
    expect(describeHealth(facts({ odd }))).toMatchObject({
      state: 'live',
      notes: [
        'Its times are in milliseconds instead of the documented form; that is how they are read.',
        '3 values could not be read: “—” stands there.',
        '1 text too long for the list: cut, with “…” at the end.',
        '2 sessions left out: listed, though not active.',
      ],
    })
  })

  it('names the first gaps of very many, and none while nothing is answered', () => {
    const gaps = Array.from({ length: 300 }, (_, index) => gap(`${index}`, 'It is down.'))
    const health = describeHealth(facts({ gaps }))
    expect(health.gaps).toHaveLength(11)
    expect(health.gaps.at(-1)).toEqual(gap(null, '290 more gaps like these.'))
    expect(describeHealth(facts({ gaps, error: plain('timeout') })).gaps).toEqual([])
  })

  it('holds the scope’s key and the proof of the latest attempt', () => {
    expect(describeHealth(facts({ error: plain('timeout') }))).toMatchObject({
      key: 'a1/organisation:*',
      evidence: { asked: 'GET /live-users' },
      error: { kind: 'timeout' },
    })
  })
})
