// `npm run screenshots`: draws every view anew into docs/screenshots/, in a private desktop. With `-- --language de` it draws
// them in German into test-results/, to be looked at.
import { createRequire } from 'node:module'
import path from 'node:path'
import { runInDesktop } from '../test/harness/desktop-session.mjs'
import { ensureBuild, projectFolder } from './build.mjs'
import { withInterrupt } from './command.mjs'
import { reportFailure } from './desktop.mjs'
import { ensureElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureDesktopPrograms, ensureElectronLibraries } from './system-libraries.mjs'

const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** @param {AbortSignal} signal */
async function main(signal) {
  if (process.platform !== 'linux') throw new Error('Screenshots are drawn in a private Linux desktop only.')
  if (!(await ensureBuild())) throw new Error('the build failed')
  const runtime = await ensureElectron()
  await ensureElectronLibraries(runtime.path)
  await ensureDesktopPrograms()
  const { language, rest } = options(process.argv.slice(2))
  const args = [vitest, 'run', '--project', 'screenshots', ...rest]
  const env = { ...runtimeEnvironment(runtime), SESSIONDECK_SCREENSHOTS_LANGUAGE: language }
  return runInDesktop({}, process.execPath, args, { env, signal })
}

/** Our own option and those of vitest. @param {readonly string[]} words */
function options(words) {
  const at = words.indexOf('--language')
  return at === -1
    ? { language: 'en', rest: words }
    : { language: words[at + 1] ?? 'en', rest: words.filter((_, index) => index !== at && index !== at + 1) }
}

process.chdir(projectFolder)
try {
  process.exitCode = await withInterrupt(main)
} catch (error) {
  reportFailure(error)
}
