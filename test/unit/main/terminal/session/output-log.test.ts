import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OutputLog } from '../../../../../src/main/terminal/session/output-log'

describe('the output log', () => {
  it('holds what an endless buffer would, between any two positions', () => {
    const step = fc.oneof(
      fc.record({ append: fc.uint8Array({ maxLength: 20_000 }) }),
      fc.record({ drop: fc.nat(60_000) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(255), (steps, byte) => {
        const log = new OutputLog()
        let all = Buffer.alloc(0)
        for (const now of steps) {
          if ('append' in now) {
            log.append(now.append)
            all = Buffer.concat([all, now.append])
          } else log.dropBefore(now.drop)
          expect(log.end).toBe(all.length)
          const kept = all.subarray(log.start)
          expect(Buffer.from(log.copy(log.start, log.end)).equals(kept)).toBe(true)
          const at = kept.indexOf(byte)
          expect(log.find(byte, log.start, log.end)).toBe(at < 0 ? null : log.start + at)
        }
      }),
    )
  })
})
