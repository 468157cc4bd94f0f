import type { Client, ClientChannel } from 'ssh2'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openShell } from '../../../../../src/main/terminal/ssh/shell'

const size = { cols: 80, rows: 24 }
const environment = { LANG: 'C.UTF-8' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answer = (error: Error | undefined, channel: ClientChannel) => void

/** The part of ssh2's client that a shell needs; requests are answered by the test. */
function setUp(forgo: () => void = () => {}) {
  const asked: { lendsAgent: boolean; env: unknown; answer: Answer }[] = []
  const forgone = vi.fn(forgo)
  const client = {
    shell: (
      _window: object,
      { agentForward, env }: { agentForward: boolean; env: unknown },
      answer: Answer,
    ) => void asked.push({ lendsAgent: agentForward, env, answer }),
    openssh_noMoreSessions: forgone,
  } as unknown as Client
  const notices: string[] = []
  const open = (forwardsAgent: boolean) =>
    openShell(client, size, { forwardsAgent, environment, notice: (line) => void notices.push(line) })
  return { open, asked, forgone, notices }
}

const channel = {} as ClientChannel

it('has the server’s answers come at once until the shell is there', async () => {
  const { open, asked, forgone } = setUp()
  const opening = open(false)
  expect(forgone).not.toHaveBeenCalled()
  vi.advanceTimersByTime(9)
  expect(forgone).toHaveBeenCalledTimes(3)
  // An answer to it would have to be acknowledged in turn.
  expect(forgone).toHaveBeenCalledWith()
  asked[0]?.answer(undefined, channel)
  expect(await opening).toBe(channel)
  vi.advanceTimersByTime(1_000)
  expect(forgone).toHaveBeenCalledTimes(3)
})

it('does not bury a server that takes its time', () => {
  const { open, forgone } = setUp()
  void open(false)
  vi.advanceTimersByTime(60_000)
  expect(forgone).toHaveBeenCalledTimes(10)
})

it('stops where the connection is gone', () => {
  const { open, forgone } = setUp(() => {
    throw new Error('Not connected')
  })
  void open(false)
  vi.advanceTimersByTime(1_000)
  expect(forgone).toHaveBeenCalledTimes(1)
})

it('forgoes no session while a second one may be needed', async () => {
  const { open, asked, forgone, notices } = setUp()
  const opening = open(true)
  vi.advanceTimersByTime(1_000)
  expect(forgone).not.toHaveBeenCalled()
  asked[0]?.answer(new Error('Unable to request agent forwarding'), channel)
  await vi.waitFor(() => expect(asked.map(({ lendsAgent }) => lendsAgent)).toEqual([true, false]))
  asked[1]?.answer(undefined, channel)
  expect(await opening).toBe(channel)
  expect(notices).toEqual(['The host does not allow agent forwarding.'])
  expect(asked.map(({ env }) => env)).toEqual([environment, environment])
})
