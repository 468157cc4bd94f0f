import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createPackageWithOptions, extractAll, uncache } from '@electron/asar'
import type { UpdateSource } from '../../src/main/updates/source'
import { root } from './person'

/** Makes a package of ours another version, or has it look elsewhere for the next one, without building it anew. */
export type Change = { version: string; updates: UpdateSource }

/** Changes what the program in a folder says of itself. */
async function changeProgram(resources: string, change: Change): Promise<void> {
  const archive = path.join(resources, 'app.asar')
  const contents = await mkdtemp(path.join(path.dirname(resources), 'archive-'))
  extractAll(archive, contents)
  const manifest = path.join(contents, 'package.json')
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...change }))
  await createPackageWithOptions(contents, archive, { unpack: '**/*.node' })
  await rm(contents, { recursive: true })
  // It remembers what is where in an archive.
  uncache(archive)
}

/** Another deb of one. It is not compressed: that would take longer than everything else. */
export async function changedDeb(deb: string, change: Change, target: string): Promise<void> {
  const tree = `${target}.tree`
  await root('dpkg-deb', '--raw-extract', deb, tree)
  await changeProgram(path.join(tree, 'opt/Sessiondeck/resources'), change)
  const control = path.join(tree, 'DEBIAN/control')
  const fields = readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${change.version}`)
  writeFileSync(control, fields)
  await root('dpkg-deb', '--root-owner-group', '-Znone', '--build', tree, target)
  await rm(tree, { recursive: true })
}

/** The size of the stand-in for the runtime of an AppImage, bytes; packaging/helpers.mjs. */
const runtimeBytes = 4096

/** Unpacks itself and starts, for systems where nobody may mount anything. */
const runtime = `#!/bin/sh
folder=$(mktemp -d) || exit 1
unsquashfs -quiet -no-progress -force -dest "$folder" -offset ${runtimeBytes} "$0" >/dev/null 2>&1 || exit 1
APPIMAGE=$(realpath "$0") APPDIR=$folder "$folder/AppRun" "$@"
code=$?
rm -rf "$folder"
exit $code
`

/** The same AppImage, for a system where nobody may mount anything. */
export async function unmountedImage(image: string, target: string): Promise<void> {
  const bytes = readFileSync(image)
  bytes.write(runtime.padEnd(runtimeBytes, '\n'))
  await writeFile(target, bytes, { mode: 0o755 })
}

/** AppImages of one, each a change of the one before. */
export async function changedImages(
  image: string,
  changes: readonly { change: Change; target: string }[],
): Promise<void> {
  const tree = `${changes[0]?.target}.tree`
  await root('unsquashfs', '-quiet', '-no-progress', '-dest', tree, '-offset', String(runtimeBytes), image)
  const resources = readdirSync(tree, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('resources/app.asar'),
  )
  if (!resources) throw new Error('There is no program in the AppImage.')
  for (const { change, target } of changes) {
    await changeProgram(path.dirname(path.join(tree, resources)), change)
    await root(
      'mksquashfs',
      tree,
      `${target}.body`,
      '-noappend',
      '-quiet',
      '-no-progress',
      '-comp',
      'zstd',
      '-Xcompression-level',
      '1',
    )
    await writeFile(target, runtime.padEnd(runtimeBytes, '\n'))
    await appendFile(target, readFileSync(`${target}.body`))
    await chmod(target, 0o755)
    await rm(`${target}.body`)
  }
  await rm(tree, { recursive: true })
}
