import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../../src/demo/demo'
import { spawnThread } from '../../../src/main/desktop/threads/supervised-thread'
import { readWorkspace } from '../../../src/main/settings/config-file'
import { searchActions } from '../../../src/main/watch/history/action-store'
import { History } from '../../../src/main/watch/history/history'
import type { Action } from '../../../src/shared/action'
import { connect } from '../../../src/shared/rpc'
import { wholeLog } from '../../harness/action-log'
import type { CrashOrder } from './crash-program'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const rounds = 20
/** Builds an entry as the application does. In the project's folder: the database's driver is found from there. */
async function program(entry: string, outDir: string, name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(project, entry),
      outDir,
      emptyOutDir: false,
      target: 'node18.15',
      rolldownOptions: {
        external: ['libsql', 'bufferutil', 'utf-8-validate', /\.node$/],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, chunkFileNames: `${name}-[hash].cjs` },
      },
    },
  })
  return path.join(outDir, `${name}.cjs`)
}

describe('the action log of a process that is killed', () => {
  let demo: Demo
  let folder: string
  let watchFile: string
  let crashFile: string
  let order: Omit<CrashOrder, 'prefix' | 'historyFile'>
  const running = new Set<ChildProcess>()

  beforeAll(async () => {
    await mkdir(path.join(project, 'test-results'), { recursive: true })
    folder = await mkdtemp(path.join(project, 'test-results', 'history-'))
    watchFile = await program('src/main/watch/index.ts', folder, 'watch')
    crashFile = await program('test/integration/history/crash-program.ts', folder, 'crash')
    demo = await startDemo({
      churn: false,
      rateLimits: false,
      population: { luaprot: 0, luaauth: 0, junkie: 0, vsay: 0 },
    })
    const workspace = readWorkspace(demo.workspace)
    if (!workspace.ok) throw new Error(workspace.error.message)
    const accounts = workspace.value.accounts.filter(({ provider }) => provider === 'luaprot')
    const ids = Array.from({ length: 8 }, () => demo.crowds.luaprot.arrive().id)
    const keys = ids.map((id) => `${accounts[0]?.id}:${id}`)
    order = { watchFile, accounts, keys }
  }, 120_000)
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    await demo?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const reopen = (file: string) => new History({ file, now: Date.now, warn: () => undefined })
  /** All actions, as a new run reads them; a torn one would not parse. */
  function read(history: History): Action[] {
    return history.use((database) => {
      expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(database.all('PRAGMA foreign_key_check')).toEqual([])
      return searchActions(database, wholeLog).actions
    })
  }

  it(`knows everything that left, whenever it ended (${rounds} times)`, async () => {
    const file = path.join(folder, 'killed.db')
    let unfinished = 0
    for (let round = 0; round < rounds; round += 1) {
      const argument: CrashOrder = { ...order, historyFile: file, prefix: `round ${round}` }
      const child = spawn(process.execPath, [crashFile, JSON.stringify(argument)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      running.add(child)
      await once(child.stdout, 'data')
      // Somewhere in the next writes, at another place each time.
      await new Promise((resolve) => setTimeout(resolve, 7 * round))
      child.kill('SIGKILL')
      await once(child, 'exit')
      running.delete(child)
      const history = reopen(file)
      const actions = read(history)
      history.close()
      expect(history.problem).toBeNull()
      const recorded = new Map(actions.map((action) => [action.sent, action.outcome.kind]))
      const left = demo.recorded.messages.map(({ text }) => text ?? '')
      // What waited for its turn reads as not sent, and nothing that left does.
      const honest = new Set(['delivered', 'unknown'])
      expect(left.filter((text) => !honest.has(recorded.get(text) ?? 'nothing'))).toEqual([])
      honest.add('unsent')
      expect([...recorded.values()].filter((kind) => !honest.has(kind))).toEqual([])
      unfinished += actions.filter(
        ({ sent, outcome }) => sent?.startsWith(argument.prefix) && outcome.kind === 'unknown',
      ).length
    }
    expect(demo.recorded.messages.length).toBeGreaterThan(rounds)
    expect(unfinished).toBeGreaterThan(0)
  }, 120_000)

  it('is not locked by a thread that died in the middle of a write', async () => {
    const file = path.join(folder, 'terminated.db')
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    for (let round = 0; round < 5; round += 1) {
      const thread = spawnThread('watch', watchFile, { historyFile: file }, log)
      const client = connect(thread.port)
      await client.request('watch.configure', {
        accounts: order.accounts,
        heartbeatIntervalMs: 5_000,
        proxies: {},
      })
      const before = await client.request('log.search', wholeLog)
      expect(before).toMatchObject({ ok: true })
      const ask = (text: string) => (key: string) =>
        client.request('session.message', { key, message: { kind: 'text', text } })
      await expect
        .poll(async () => Promise.all(order.keys.slice(0, 1).map(ask(`first ${round}`))))
        .toMatchObject([{ ok: true }])
      for (let count = 0; count < 20; count += 1)
        for (const key of order.keys) void ask(`more ${round} ${count}`)(key)
      await new Promise((resolve) => setTimeout(resolve, 3 * round))
      await thread.terminate()
    }
    const history = reopen(file)
    const actions = read(history)
    expect(actions.filter(({ sent }) => sent?.startsWith('first'))).toHaveLength(5)
    history.close()
  }, 60_000)
})
