import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Workspace } from '../../../src/demo/workspace'

let folder = ''
let script = ''

// The entry runs as a bundle of its own, as in the application.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessiondeck-demo-'))
  script = join(folder, 'demo.cjs')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/demo/index.ts',
      outDir: folder,
      emptyOutDir: true,
      target: 'node18.15',
      rolldownOptions: {
        external: ['bufferutil', 'utf-8-validate', 'cpu-features', /\.node$/],
        output: { format: 'cjs', entryFileNames: 'demo.cjs' },
      },
    },
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function watched(child: ChildProcess): ChildProcess {
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The first JSON value that a process prints. */
async function printed(child: ChildProcess): Promise<unknown> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += chunk
    if (text.endsWith('}\n')) return JSON.parse(text)
  }
  throw new Error(`Printed only ${JSON.stringify(text)}.`)
}

async function reachable(workspace: Workspace): Promise<boolean> {
  const { baseUrl = '', credential = '' } = workspace.accounts[2] ?? {}
  const answer = await fetch(`${baseUrl}/live-users`, { headers: { Authorization: `Bearer ${credential}` } })
  return answer.ok
}

describe('demo process', () => {
  it('reports to the process that forked it and ends with it', async () => {
    const child = watched(fork(script, ['--port-channel', '--no-churn']))
    const [ready] = await once(child, 'message')
    expect(ready).toMatchObject({
      type: 'ready',
      control: { url: expect.any(String), token: expect.any(String) },
    })
    expect(await reachable(ready.workspace)).toBe(true)
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('ends with what failed, where the runtime would only warn of it', async () => {
    const failing = join(folder, 'failing.cjs')
    await writeFile(failing, "process.on('message', () => Promise.reject(new Error('lost')))")
    const execArgv = ['--unhandled-rejections=warn', '-r', failing]
    const child = watched(fork(script, ['--port-channel', '--no-churn'], { execArgv, stdio: 'pipe' }))
    await once(child, 'message')
    child.send('fail')
    expect(await once(child, 'exit')).toEqual([1, null])
  })

  it('reports on its output where there is no channel, and ends with its input', async () => {
    const child = watched(spawn(process.execPath, [script, '--port-channel']))
    const ready = (await printed(child)) as { workspace: Workspace }
    expect(await reachable(ready.workspace)).toBe(true)
    child.stdin?.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('prints a configuration and runs until %s', async (signal) => {
    const child = watched(
      spawn(process.execPath, [script, '--seed', '3'], { stdio: ['ignore', 'pipe', 'ignore'] }),
    )
    expect(await reachable((await printed(child)) as Workspace)).toBe(true)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('explains itself when it does not understand', async () => {
    const child = watched(
      spawn(process.execPath, [script, '--bogus'], { stdio: ['ignore', 'ignore', 'pipe'] }),
    )
    let text = ''
    child.stderr?.on('data', (chunk) => {
      text += chunk
    })
    expect(await once(child, 'close')).toEqual([1, null])
    expect(text).toContain("Unknown option '--bogus'")
    expect(text).toContain('Usage:')
  })
})
