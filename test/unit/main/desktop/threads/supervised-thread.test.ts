import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SupervisedThread, type Thread } from '../../../../../src/main/desktop/threads/supervised-thread'
import { type RequestName, requests } from '../../../../../src/shared/contract'
import { isActing } from '../../../../../src/shared/effects'

type FakeThread = Thread & {
  received: { type: string; id: number; name: string }[]
  say(message: unknown): void
  die(): void
  given: object[]
  terminated: boolean
}

function fakeThread(): FakeThread {
  let hear = (_message: unknown) => {}
  let exit = (_why: string) => {}
  const thread: FakeThread = {
    received: [],
    given: [],
    terminated: false,
    port: {
      post: (message) => void thread.received.push(message as FakeThread['received'][number]),
      listen(listener) {
        hear = listener
        return () => {
          hear = () => {}
        }
      },
    },
    give: (message, port) => thread.given.push({ ...message, port }),
    onExit: (listener) => {
      exit = listener
    },
    terminate: async () => {
      thread.terminated = true
      exit('terminated')
    },
    say: (message) => hear(message),
    die: () => exit('exit code 1'),
  }
  return thread
}

const log = { info: () => {}, warn: () => {}, error: () => {} }

function setUp() {
  const threads: FakeThread[] = []
  const states: string[] = []
  const watch = new SupervisedThread(
    'watch',
    () => {
      const thread = fakeThread()
      threads.push(thread)
      return thread
    },
    log,
  )
  watch.onState((state) => states.push(state))
  watch.start()
  const latest = () => {
    const thread = threads.at(-1)
    if (!thread) throw new Error('no thread')
    return thread
  }
  return { watch, threads, states, latest }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the watch thread', () => {
  it('answers, and its events are heard', async () => {
    const { watch, latest } = setUp()
    const events: unknown[] = []
    watch.onEvent((name, payload) => events.push([name, payload]))
    const answer = watch.request('health.list')
    latest().say({ type: 'response', id: latest().received[0]?.id, result: { ok: true, value: [] } })
    latest().say({ type: 'event', name: 'roster.count', payload: { live: 3 } })
    expect(await answer).toEqual({ ok: true, value: [] })
    expect(events).toEqual([['roster.count', { live: 3 }]])
  })

  it('is given a port; one that nobody can take is closed', async () => {
    const { watch, latest } = setUp()
    const { port1, port2 } = new MessageChannel()
    watch.give({ type: 'terminal.port', id: 'a' }, port1)
    expect(latest().given).toEqual([{ type: 'terminal.port', id: 'a', port: port1 }])
    latest().die()
    const closed = new Promise((resolve) => port2.once('close', resolve))
    watch.give({ type: 'terminal.port', id: 'a' }, port1)
    await closed
  })

  it('is never there twice', () => {
    const { watch, threads } = setUp()
    watch.start()
    expect(threads).toHaveLength(1)
  })

  it('fails what is open when it dies; an action may have happened all the same', async () => {
    const { watch, latest } = setUp()
    const list = watch.forward('health.list', undefined)
    const acting = (Object.keys(requests) as RequestName[]).filter(
      (name) => requests[name].owner === 'watch' && isActing(name),
    )
    expect(acting).toEqual(expect.arrayContaining(['script.update', 'machine.createSession', 'bulk.start']))
    const asked = acting.map((name) => watch.forward(name, {}))
    latest().die()
    expect(await list).toMatchObject({ ok: false, error: { kind: 'internal' } })
    for (const answer of await Promise.all(asked))
      expect(answer).toMatchObject({
        ok: false,
        error: { kind: 'outcome-unknown', message: expect.stringMatching(/^Watching stopped.*not known/) },
      })
    // Refused before it left: that is certain.
    expect(await watch.forward('session.disconnect', { key: 'a:b' })).toMatchObject({
      ok: false,
      error: { kind: 'internal' },
    })
  })

  it('is restarted, later and later while it keeps dying', () => {
    const { threads, states, latest } = setUp()
    latest().die()
    expect(states).toEqual(['running', 'restarting'])
    vi.advanceTimersByTime(499)
    expect(threads).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(threads).toHaveLength(2)
    expect(states).toEqual(['running', 'restarting', 'running'])
    latest().die()
    vi.advanceTimersByTime(999)
    expect(threads).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(threads).toHaveLength(3)
  })

  it('is not restarted sooner because somebody wants it', () => {
    const { watch, threads, latest } = setUp()
    latest().die()
    watch.start()
    expect(threads).toHaveLength(1)
    vi.advanceTimersByTime(500)
    watch.start()
    expect(threads).toHaveLength(2)
  })

  it('is restarted soon again after it lived well', () => {
    const { threads, latest } = setUp()
    latest().die()
    vi.advanceTimersByTime(500)
    vi.advanceTimersByTime(61_000)
    latest().die()
    vi.advanceTimersByTime(500)
    expect(threads).toHaveLength(3)
  })

  it('is not restarted once it was stopped', async () => {
    const { watch, threads, latest } = setUp()
    const open = watch.forward('health.list', undefined)
    await watch.stop()
    expect(latest().terminated).toBe(true)
    expect(await open).toMatchObject({ ok: false, error: { message: expect.stringContaining('is closing') } })
    vi.advanceTimersByTime(60_000)
    expect(threads).toHaveLength(1)
  })
})
