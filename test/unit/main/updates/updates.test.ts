import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  checkIntervalMs,
  type PackageFetcher,
  type PackageInstaller,
  Updates,
} from '../../../../src/main/updates/updates'
import { type AppError, err, ok, type Result } from '../../../../src/shared/result'
import type { UpdateState } from '../../../../src/shared/update'
import { createFakeClock, settle } from '../../../harness/fake-clock'
import { temporaryFolder } from '../../../harness/temporary-folder'
import { manifestOf, newUpdateKey, signedFeed, sourceOf } from '../../../harness/update-feed'

const file = temporaryFolder()
const key = newUpdateKey()
const bytes = Buffer.from('the next version')
const offline: AppError = { kind: 'network', message: 'Offline.' }
const next = { version: '0.2.0', notes: 'Faster.\n- Less to wait for.', bytes: bytes.length }
const feedOf = (fields: Parameters<typeof manifestOf>[0] = {}) =>
  ok(signedFeed(manifestOf({ bytes, ...fields }), [key.privateKey]))

/** Updates of version 0.1.0 whose surroundings a test can change. */
function setUp(running: Partial<{ version: string; canReplace: boolean }> = {}) {
  const downloaded = file()
  const clock = createFakeClock()
  const told: UpdateState[] = []
  const world = {
    feed: feedOf() as Result<string>,
    first: true,
    sent: bytes,
    fetched: null as Result<string> | null,
    installed: ok(undefined) as Result<void>,
    reads: 0,
    installs: [] as string[],
    cleared: 0,
    told,
    clock,
    downloaded,
  }
  const fetcher: PackageFetcher = {
    async fetch(_version, { size }, onProgress, signal) {
      writeFileSync(downloaded, world.sent)
      onProgress(Math.min(1, size))
      onProgress(world.sent.length)
      await settle()
      if (signal.aborted) return err({ kind: 'cancelled', message: '' })
      return world.fetched ?? ok(downloaded)
    },
    async clear() {
      world.cleared += 1
    },
  }
  const installer: PackageInstaller = {
    async install(path) {
      world.installs.push(path)
      return world.installed
    },
  }
  const updates = new Updates({
    running: { version: running.version ?? '0.1.0', format: 'deb', arch: 'x64' },
    source: sourceOf(key.publicKey),
    async readFeed() {
      world.reads += 1
      return world.feed
    },
    rollout: { includes: async (_version, percentage) => world.first && percentage > 0 },
    itself: running.canReplace === false ? null : { fetcher, installer },
    clock,
    tell: (state) => told.push(state),
  })
  return { updates, world }
}

async function ready() {
  const { updates, world } = setUp()
  await updates.check()
  await updates.download()
  expect(updates.state).toEqual({ kind: 'ready', next, problem: null })
  return { updates, world }
}

describe('Updates', () => {
  it('goes from step to step, each only when it is asked to', async () => {
    const { updates, world } = setUp()
    expect(updates.state).toEqual({ kind: 'idle', checkedAt: null, later: null, problem: null })
    await updates.download()
    await updates.install()
    expect(world.told).toEqual([])
    await updates.check()
    expect(updates.state).toEqual({ kind: 'available', next, page: null, problem: null })
    await updates.install()
    await updates.download()
    await updates.install()
    expect(world.installs).toEqual([world.downloaded])
    expect(world.told).toEqual([
      { kind: 'checking' },
      { kind: 'available', next, page: null, problem: null },
      { kind: 'downloading', next, receivedBytes: 0 },
      { kind: 'downloading', next, receivedBytes: 1 },
      { kind: 'downloading', next, receivedBytes: bytes.length },
      { kind: 'ready', next, problem: null },
      { kind: 'installing', next },
    ])
  })

  it.each([
    ['of this version', { version: '0.1.0' }],
    ['older', { version: '0.0.9' }],
  ])('offers none that is %s, and removes what was downloaded once', async (_what, fields) => {
    const { updates, world } = setUp()
    world.feed = feedOf(fields)
    await updates.check()
    expect(updates.state).toEqual({
      kind: 'idle',
      checkedAt: world.clock.now(),
      later: null,
      problem: null,
    })
    expect(world.cleared).toBe(1)
  })

  it('offers none before its turn, nor one that was taken back, and says so', async () => {
    const { updates, world } = setUp()
    world.first = false
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'idle', later: '0.2.0' })
    world.first = true
    world.feed = feedOf({ stagingPercentage: 0 })
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'idle', later: '0.2.0' })
  })

  it('takes back an offer that the feed has taken back', async () => {
    const { updates, world } = setUp()
    await updates.check()
    world.feed = feedOf({ stagingPercentage: 0 })
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'idle', later: '0.2.0' })
    await updates.download()
    expect(updates.state.kind).toBe('idle')
  })

  it('tells where to get a package that cannot replace itself', async () => {
    const { updates } = setUp({ canReplace: false })
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'available', page: 'https://updates.example/download' })
    await updates.download()
    await updates.install()
    expect(updates.state.kind).toBe('available')
  })

  it('fetches nothing that a feed with a wrong signature names', async () => {
    const { updates, world } = setUp()
    world.feed = ok(signedFeed(manifestOf({ bytes }), [newUpdateKey().privateKey]))
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'idle', checkedAt: null, problem: { kind: 'forbidden' } })
    await updates.download()
    expect(updates.state.kind).toBe('idle')
  })

  it('says that it is offline, and keeps what it found before', async () => {
    const { updates, world } = setUp()
    world.feed = err(offline)
    await updates.check()
    expect(updates.state).toMatchObject({ kind: 'idle', checkedAt: null, problem: offline })
    world.feed = feedOf()
    await updates.check()
    world.feed = err(offline)
    await updates.check()
    expect(updates.state).toEqual({ kind: 'available', next, page: null, problem: null })
    await updates.download()
    expect(updates.state.kind).toBe('ready')
  })

  it('deletes and refuses another file than the one that was signed', async () => {
    const { updates, world } = setUp()
    await updates.check()
    world.sent = Buffer.from('the next versioN')
    await updates.download()
    expect(updates.state).toMatchObject({ kind: 'available', problem: { kind: 'forbidden' } })
    expect(world.cleared).toBe(1)
    await updates.install()
    expect(world.installs).toEqual([])
  })

  it('looks at the file again before it is installed', async () => {
    const { updates, world } = await ready()
    writeFileSync(world.downloaded, 'something else')
    await updates.install()
    expect(world.installs).toEqual([])
    expect(updates.state).toMatchObject({ kind: 'available', problem: { kind: 'forbidden' } })
  })

  it('stops a download that is longer than what was signed', async () => {
    const { updates, world } = setUp()
    await updates.check()
    world.sent = Buffer.alloc(bytes.length + 1)
    await updates.download()
    expect(updates.state).toMatchObject({ kind: 'available', problem: { kind: 'forbidden' } })
  })

  it('gives a download up without calling it a problem', async () => {
    const { updates } = setUp()
    await updates.check()
    const download = updates.download()
    updates.cancel()
    await download
    expect(updates.state).toEqual({ kind: 'available', next, page: null, problem: null })
    await updates.download()
    expect(updates.state.kind).toBe('ready')
  })

  it('stays ready when the system refuses to install, and says what to do', async () => {
    const { updates, world } = await ready()
    const problem: AppError = { kind: 'cancelled', message: 'No password.' }
    world.installed = err(problem)
    await updates.install()
    expect(updates.state).toEqual({ kind: 'ready', next, problem })
    await updates.check()
    expect(updates.state).toEqual({ kind: 'ready', next, problem })
  })

  it('checks at once and then now and then, as long as it may', async () => {
    const { updates, world } = setUp({ version: '0.2.0' })
    updates.setChecking(true)
    updates.setChecking(true)
    await world.clock.advance(0)
    expect(world.reads).toBe(1)
    await world.clock.advance(checkIntervalMs + 60_000)
    expect(world.reads).toBe(2)
    updates.setChecking(false)
    await world.clock.advance(2 * checkIntervalMs)
    expect(world.reads).toBe(2)
    expect(world.clock.pending()).toBe(0)
    await updates.check()
    expect(world.reads).toBe(3)
  })

  it('lets a download that begins during a check go on', async () => {
    const { updates } = setUp()
    await updates.check()
    const checked = updates.check()
    const downloaded = updates.download()
    await Promise.all([checked, downloaded])
    expect(updates.state.kind).toBe('ready')
  })
})
