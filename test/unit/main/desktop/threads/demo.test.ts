import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DemoServices } from '../../../../../src/main/desktop/threads/demo'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class Process extends EventEmitter {
  kill = () => true
}

function setUp() {
  const started: Process[] = []
  const reported: string[] = []
  const fork = () => {
    const child = new Process()
    started.push(child)
    return child
  }
  const problems: string[] = []
  const services = new DemoServices(
    { fork },
    'demo.cjs',
    (workspace) => void (workspace.ok || problems.push(workspace.error.message)),
    { info() {}, warn() {}, error: (text) => void reported.push(text) },
  )
  services.start()
  return { services, started, reported, problems }
}

it('is started again after its process failed, and the failure is in the log', () => {
  const { started, reported, problems } = setUp()
  started[0]?.emit('error', 'FatalError', 'Allocation failed', '{}')
  started[0]?.emit('exit', 133)
  expect(reported).toEqual([expect.stringContaining('FatalError'), expect.stringContaining('ended (133)')])
  expect(problems).toEqual(['The demo services stopped and are being restarted.'])
  vi.runOnlyPendingTimers()
  expect(started).toHaveLength(2)
})

it('stays ended once it was stopped', () => {
  const { services, started, problems } = setUp()
  services.stop()
  started[0]?.emit('exit', 0)
  vi.runOnlyPendingTimers()
  expect(started).toHaveLength(1)
  expect(problems).toEqual([])
})
