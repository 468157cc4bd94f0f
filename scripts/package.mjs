// `npm run package`: makes the installers that this machine can make, in dist/. `npm run package -- deb` makes only the named
// ones; `dir` is the application's folder alone. Where the pinned Electron cannot be had, the one for development gives
// packages to try, in dist/development/, that no release takes. `--output FOLDER` puts them elsewhere;
// `--release` makes what may be published, or fails.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makePackages } from '../packaging/make.mjs'
import { expectReleasable } from '../packaging/release.mjs'
import { packageRuntime } from '../packaging/runtime.mjs'
import { ensureBuild, projectFolder } from './build.mjs'
import { reportFailure } from './desktop.mjs'
import { ensurePackagingPrograms } from './system-libraries.mjs'

/** @returns {import('../packaging/contents.mjs').Target} what is made on this machine */
function ownTarget() {
  if (process.platform === 'darwin') return { platform: 'darwin', archs: ['arm64', 'x64'] }
  if (process.platform === 'win32') return { platform: 'win32', archs: ['x64'] }
  return { platform: 'linux', archs: [process.arch === 'arm64' ? 'arm64' : 'x64'] }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string' }, release: { type: 'boolean', default: false } },
})
const scratch = await mkdtemp(path.join(tmpdir(), 'sessiondeck-package-'))
try {
  await ensurePackagingPrograms()
  if (!(await ensureBuild())) throw new Error('The build failed, so there is nothing to package.')
  const runtime = await packageRuntime(scratch)
  if (values.release) expectReleasable(runtime)
  const usual = path.join(projectFolder, 'dist', ...(runtime.kind === 'official' ? [] : ['development']))
  const output = values.output === undefined ? usual : path.resolve(values.output)
  const made = await makePackages({
    target: ownTarget(),
    formats: positionals,
    runtime,
    isRelease: values.release,
    output,
    scratch,
  })
  console.log([output, ...made].join('\n'))
} catch (error) {
  reportFailure(error)
} finally {
  await rm(scratch, { recursive: true, force: true })
}
