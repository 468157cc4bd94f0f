import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { observedLimit, retryAfterMs } from '../../../../../src/main/watch/providers/server-wait'

const now = Date.UTC(2026, 0, 1)
const headers = (entries: Record<string, string>) => new Map(Object.entries(entries))

const zone = process.env.TZ
beforeAll(() => {
  process.env.TZ = 'America/New_York'
})
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['12', 12_000],
    ['99999999', 3_600_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    // The form of asctime says no zone, and means GMT wherever this machine is.
    ['Thu Jan  1 00:00:30 2026', 30_000],
    ['Thu Jan 22 00:00:30 2026', 3_600_000],
    ['soon', null],
    ['try 5', null],
    ['-5', null],
    ['Thu, 01 Foo 2026 00:00:30 GMT', null],
    ['', null],
  ])('%j is %j ms', (value, expected) => {
    expect(retryAfterMs(headers({ 'retry-after': value }), now)).toBe(expected)
  })

  it('is counted by the clock of the service', () => {
    const said = { date: 'Thu, 01 Jan 2026 05:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 05:00:10 GMT' }
    expect(retryAfterMs(headers(said), now)).toBe(10_000)
  })
})

describe('X-RateLimit headers', () => {
  const said = (reset: string) =>
    headers({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': reset })

  it.each([
    ['seconds from now', '30'],
    ['epoch seconds', String(now / 1000 + 30)],
    ['epoch milliseconds', String(now + 30_000)],
  ])('reads a reset in %s', (_, reset) => {
    expect(observedLimit(said(reset), now)).toEqual({ limit: 60, remaining: 3, resetInMs: 30_000 })
  })

  it('ignores them unless all three make sense', () => {
    expect(observedLimit(said('tomorrow'), now)).toBeNull()
    expect(observedLimit(headers({ 'x-ratelimit-remaining': '0' }), now)).toBeNull()
  })
})
