import { describe, expect, it } from 'vitest'
import { RateLimit } from '../../../src/demo/rate-limit'

describe('rate limit', () => {
  it('refuses what any window forbids and says when to come back', () => {
    const limit = new RateLimit([
      { limit: 4, windowMs: 60_000 },
      { limit: 2, windowMs: 10_000 },
    ])
    expect(limit.take(0)).toEqual({
      allowed: true,
      limit: 4,
      remaining: 3,
      resetAtMs: 60_000,
      retryAfterMs: 0,
    })
    expect(limit.take(1000).allowed).toBe(true)
    expect(limit.take(2000)).toMatchObject({ allowed: false, retryAfterMs: 8000, remaining: 2 })
    expect(limit.take(10_000).allowed).toBe(true)
    expect(limit.take(12_000).allowed).toBe(true)
    expect(limit.take(30_000)).toMatchObject({ allowed: false, retryAfterMs: 30_000, remaining: 0 })
    expect(limit.take(60_000).allowed).toBe(true)
  })

  it('needs a window', () => {
    expect(() => new RateLimit([])).toThrow(RangeError)
  })
})
