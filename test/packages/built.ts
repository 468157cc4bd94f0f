import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with packages of the same sources; the second one has only the application's folder and the deb. */
    packages: readonly [first: string, second: string] | null
  }
}

const script = fileURLToPath(new URL('../../scripts/package.mjs', import.meta.url))

/** What was made, to be removed when the tests are over. */
let folder: string | undefined

/** What is written before a command to run it without any network; nothing where that cannot be, or packages want one. */
async function offline(): Promise<string[]> {
  if ((await ensureElectron()).kind === 'official') return []
  const alone = ['unshare', '--net']
  return (await capture('unshare', ['--net', 'true'])).code === 0 ? alone : []
}

/** Makes packages as a person does, once for all tests; where they cannot be made the tests skip themselves. */
export async function setup(project: TestProject): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    project.provide('packages', null)
    return
  }
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-packages-'))
  // Whoever installs one is another user than who made it.
  await chmod(folder, 0o755)
  const outputs = [path.join(folder, 'first'), path.join(folder, 'second')] as const
  const formats = [
    ['dir', 'deb', 'rpm', 'tar.gz', 'AppImage'],
    ['dir', 'deb'],
  ]
  for (const [index, output] of outputs.entries()) {
    const [program = '', ...words] = [...(await offline()), process.execPath, script]
    const all = [...words, ...(formats[index] ?? []), '--output', output]
    const { code, stdout, stderr } = await capture(program, all)
    if (code !== 0) throw new Error(`The packages could not be made.\n${stdout}${stderr}`)
  }
  project.provide('packages', outputs)
}

export async function teardown(): Promise<void> {
  if (folder) await rm(folder, { recursive: true, force: true })
}
