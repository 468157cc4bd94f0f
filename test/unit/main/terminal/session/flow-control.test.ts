import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutputFlow } from '../../../../../src/main/terminal/session/flow-control'
import { gathering, replayBytes, watermarks } from '../../../../../src/shared/terminal-frames'
import { createFakeClock } from '../../../../harness/fake-clock'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (frames: readonly Uint8Array[]) => frames.map((frame) => new TextDecoder('latin1').decode(frame))

function setUp() {
  const clock = createFakeClock()
  const holds: boolean[] = []
  const flow = createOutputFlow(clock, (held) => holds.push(held))
  const attach = () => {
    const frames: Uint8Array[] = []
    flow.attach((frame) => frames.push(frame))
    return frames
  }
  return { clock, holds, flow, attach }
}

/** So many different bytes: no window of 251 repeats at a power of two. */
const pattern = (length: number, from = 0) => Uint8Array.from({ length }, (_, index) => (from + index) % 251)

describe('gathering', () => {
  it('sends the first output after idle at once, and what follows together', async () => {
    const { clock, flow, attach } = setUp()
    const frames = attach()
    flow.push(bytes('a'))
    expect(text(frames)).toEqual(['a'])
    flow.push(bytes('b'))
    flow.push(bytes('c'))
    expect(text(frames)).toEqual(['a'])
    await clock.advance(gathering.forMs)
    expect(text(frames)).toEqual(['a', 'bc'])
    flow.push(bytes('d'))
    expect(text(frames)).toEqual(['a', 'bc'])
    await clock.advance(gathering.forMs)
    expect(text(frames)).toEqual(['a', 'bc', 'd'])
    await clock.advance(gathering.forMs)
    flow.push(bytes('e'))
    expect(text(frames)).toEqual(['a', 'bc', 'd', 'e'])
  })

  it('waits no longer once there is enough for a frame, and makes no larger one', () => {
    const { flow, attach } = setUp()
    const frames = attach()
    flow.push(bytes('a'))
    flow.push(pattern(gathering.upToBytes - 1))
    expect(frames).toHaveLength(1)
    flow.push(pattern(gathering.upToBytes + 1))
    expect(frames.map((frame) => frame.length)).toEqual([1, gathering.upToBytes, gathering.upToBytes])
  })

  it('makes whole frames of a flood: what is left goes with what comes next', async () => {
    const { clock, flow, attach } = setUp()
    const frames = attach()
    flow.push(bytes('a'))
    flow.push(pattern(gathering.upToBytes + 10))
    expect(frames.map((frame) => frame.length)).toEqual([1, gathering.upToBytes])
    await clock.advance(gathering.forMs)
    expect(frames.map((frame) => frame.length)).toEqual([1, gathering.upToBytes, 10])
  })

  it('gathers nothing while the window has nothing to parse', () => {
    const { flow, attach } = setUp()
    const frames = attach()
    flow.push(bytes('a'))
    flow.ack(1)
    flow.push(bytes('b'))
    expect(text(frames)).toEqual(['a', 'b'])
    flow.push(bytes('c'))
    expect(text(frames)).toEqual(['a', 'b'])
    flow.ack(1)
    expect(text(frames)).toEqual(['a', 'b', 'c'])
  })

  it('leaves no timer behind when nothing comes', async () => {
    const { clock, flow, attach } = setUp()
    attach()
    flow.push(bytes('a'))
    await clock.advance(gathering.forMs)
    expect(clock.pending()).toBe(0)
  })
})

describe('pressure', () => {
  it('holds the transport above the high watermark until the window has parsed down to the low one', () => {
    const { holds, flow, attach } = setUp()
    attach()
    flow.push(pattern(watermarks.high))
    expect(holds).toEqual([])
    flow.push(bytes('x'))
    expect(holds).toEqual([true])
    flow.ack(watermarks.high + 1 - watermarks.low)
    expect(holds).toEqual([true])
    flow.ack(1)
    expect(holds).toEqual([true, false])
  })

  it('does not believe a window that parsed more than it got', () => {
    const { holds, flow, attach } = setUp()
    attach()
    flow.ack(Number.MAX_SAFE_INTEGER)
    flow.push(pattern(watermarks.high + 1))
    expect(holds).toEqual([true])
  })

  it('holds the transport where no window comes', () => {
    const { holds, flow, attach } = setUp()
    flow.push(pattern(watermarks.high + 1))
    expect(holds).toEqual([true])
    const frames = attach()
    flow.ack(frames.reduce((sum, frame) => sum + frame.length, 0))
    expect(holds).toEqual([true, false])
  })
})

describe('a window that comes back', () => {
  it('gets the recent output again, and none twice', () => {
    const { flow, attach } = setUp()
    attach()
    flow.push(bytes('one\n'))
    flow.ack(4)
    flow.detach()
    flow.push(bytes('two\n'))
    expect(text(attach()).join('')).toBe('one\ntwo\n')
  })

  it('is told what an earlier one got, and no more than that: a question is answered once', () => {
    const { flow } = setUp()
    const frames: string[] = []
    const attach = () =>
      flow.attach((frame, isReplay) =>
        frames.push(`${isReplay ? 'again' : 'new'} ${new TextDecoder().decode(frame)}`),
      )
    flow.push(bytes('one'))
    attach()
    flow.detach()
    flow.push(bytes('two'))
    attach()
    expect(frames).toEqual(['new one', 'again one', 'new two'])
  })

  it('gets all that was not parsed, and no more of the rest than is kept, from a line’s begin', () => {
    const { flow, attach } = setUp()
    const line = `${'x'.repeat(99)}\n`
    attach()
    const seen = bytes(line.repeat(6_000))
    flow.push(seen)
    flow.ack(seen.length)
    flow.detach()
    flow.push(bytes('not seen'))
    const replay = text(attach()).join('')
    expect(replay.startsWith('x'.repeat(99))).toBe(true)
    expect(replay.endsWith('\nnot seen')).toBe(true)
    expect(replay.length).toBeLessThanOrEqual(replayBytes)
    expect(replay.length).toBeGreaterThan(replayBytes - line.length)
  })

  it('gets it in frames of the usual size, and the old window nothing any more', () => {
    const { flow, attach } = setUp()
    const old = attach()
    flow.push(pattern(200_000))
    const before = old.length
    const frames = attach()
    flow.push(bytes('new'))
    flow.settle(0, () => {})
    expect(old).toHaveLength(before)
    expect(Math.max(...frames.map((frame) => frame.length))).toBe(gathering.upToBytes)
    expect(frames.reduce((sum, frame) => sum + frame.length, 0)).toBe(200_003)
  })
})

describe('the tail', () => {
  it('is parsed before the end is told', () => {
    const { flow, attach } = setUp()
    const frames = attach()
    const events: string[] = []
    flow.push(bytes('a'))
    flow.push(bytes('tail'))
    flow.settle(5_000, () => events.push('end'))
    expect(text(frames)).toEqual(['a', 'tail'])
    flow.ack(4)
    expect(events).toEqual([])
    flow.ack(1)
    expect(events).toEqual(['end'])
  })

  it('does not wait for a window that is not there, that leaves, or that hangs', async () => {
    const { clock, flow, attach } = setUp()
    const events: string[] = []
    flow.push(bytes('a'))
    flow.settle(5_000, () => events.push('nobody'))
    expect(events).toEqual(['nobody'])
    attach()
    flow.settle(5_000, () => events.push('left'))
    flow.detach()
    expect(events).toEqual(['nobody', 'left'])
    attach()
    flow.settle(5_000, () => events.push('hung'))
    await clock.advance(5_000)
    flow.ack(100)
    expect(events).toEqual(['nobody', 'left', 'hung'])
    expect(clock.pending()).toBe(0)
  })
})

describe('whatever happens', () => {
  const noWindow = () => ({ isThere: false, from: 0, frames: [] as Uint8Array[], parsed: 0 })
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('push' as const), size: fc.nat(150_000) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('ack' as const),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(12) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('attach' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('detach' as const) }) },
  )

  it('a window gets the stream whole and in order, from where it began, within bounded memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { clock, holds, flow } = setUp()
        let pushed = 0
        let window = noWindow()
        const got = () => window.frames.reduce((sum, frame) => sum + frame.length, 0)
        const attach = () => {
          window = { ...noWindow(), isThere: true }
          const { frames } = window
          flow.attach((frame) => frames.push(frame))
          window.from = pushed - got()
          // A transport that obeys leaves at most the watermark and one burst.
          expect(got()).toBeLessThanOrEqual(watermarks.high + 150_000)
        }
        const check = () => {
          const stream = Buffer.concat(window.frames)
          expect(stream.equals(Buffer.from(pattern(stream.length, window.from)))).toBe(true)
        }
        for (const now of steps) {
          if (now.kind === 'push' && !holds.at(-1)) {
            flow.push(pattern(now.size, pushed))
            pushed += now.size
          } else if (now.kind === 'ack' && window.isThere) {
            const share = Math.floor((got() - window.parsed) * now.share)
            flow.ack(share)
            window.parsed += share
          } else if (now.kind === 'wait') await clock.advance(now.ms)
          else if (now.kind === 'attach') attach()
          else if (now.kind === 'detach') {
            flow.detach()
            window = noWindow()
          }
          check()
        }
        if (!window.isThere) attach()
        await clock.advance(gathering.forMs)
        check()
        expect(window.from + got()).toBe(pushed)
      }),
      { numRuns: 60 },
    )
  })
})
