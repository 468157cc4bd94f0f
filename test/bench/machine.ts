import { spawnSync } from 'node:child_process'
import os from 'node:os'
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs'

/** What the figures depend on, in a line; nothing that would name the machine. */
export function describeMachine(electron: ElectronRuntime | string): string {
  const cores = os.cpus()
  const runtime = typeof electron === 'string' ? 'no Electron' : `Electron ${versionOf(electron)}`
  return [
    `${cores.length} × ${cores[0]?.model.trim() ?? 'CPU'}`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.version}`,
    runtime,
  ].join(', ')
}

function versionOf({ path }: ElectronRuntime): string {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const words = ['-p', 'process.versions.electron']
  return spawnSync(path, words, { env, encoding: 'utf8' }).stdout.trim()
}
