import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const command = pathToFileURL(fileURLToPath(new URL('../../../scripts/command.mjs', import.meta.url))).href

/** Says when it runs, and ends by itself with 7 when it is told to. */
const program = `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('runs')`
const starter = `
  import { runInForeground } from ${JSON.stringify(command)}
  process.exitCode = await runInForeground(process.execPath, ['-e', ${JSON.stringify(program)}])
`

it.skipIf(process.platform === 'win32')(
  'tells the program that it runs to end, and ends with its code',
  async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', starter], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([7, null])
  },
)
