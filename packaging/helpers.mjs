import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { programPath } from '../scripts/system-libraries.mjs'

/**
 * The variables that let electron-builder work with this system's own tools instead of fetching some.
 *
 * @param {'official' | 'development'} kind
 * @param {string} scratch a private folder
 * @returns {Promise<Record<string, string>>}
 */
export async function helperEnvironment(kind, scratch) {
  if (process.platform !== 'linux') return {}
  const sevenZip = await programPath('7z')
  return {
    CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs'),
    ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}),
    // A release has the real runtime of AppImages, which electron-builder fetches, and the best compression.
    ...(kind === 'development'
      ? { APPIMAGE_TOOLS_PATH: await appImageTools(scratch), ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' }
      : {}),
  }
}

/** The size that the stand-in runtime of an AppImage is filled up to, bytes. */
const runtimeBytes = 4096

/**
 * Stands in for the runtime of an AppImage: mounts what follows it with squashfuse and starts it.
 */
const runtimeScript = `#!/bin/sh
# For tests only: wants squashfuse on the machine.
mount=$(mktemp -d) || exit 1
squashfuse -o offset=${runtimeBytes} "$0" "$mount" || exit 1
APPIMAGE=$(realpath "$0") APPDIR=$mount "$mount/AppRun" "$@"
code=$?
fusermount -u "$mount"
rmdir "$mount"
exit $code
`

/**
 * @param {string} scratch
 * @returns {Promise<string>} a folder as electron-builder's own tools for AppImages have it
 */
async function appImageTools(scratch) {
  const folder = path.join(scratch, 'appimage')
  await mkdir(path.join(folder, 'runtimes'), { recursive: true })
  await mkdir(path.join(folder, 'lib', 'x64'), { recursive: true })
  for (const name of ['mksquashfs', 'desktop-file-validate']) {
    const program = await programPath(name)
    if (program) await symlink(program, path.join(folder, name))
  }
  const runtime = path.join(folder, 'runtimes', 'runtime-x64')
  await writeFile(runtime, runtimeScript.padEnd(runtimeBytes, '\n'))
  await chmod(runtime, 0o755)
  return folder
}
