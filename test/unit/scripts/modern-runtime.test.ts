import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasModernNode, unpackNode } from '../../../scripts/modern-runtime.mjs'
import { allPackages } from '../../../scripts/system-libraries.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'modern-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function makeTarball() {
  mkdirSync(path.join(folder, 'package', 'bin'), { recursive: true })
  writeFileSync(path.join(folder, 'package', 'bin', 'node'), 'binary')
  writeFileSync(path.join(folder, 'package', 'README.md'), 'words')
  const tarball = path.join(folder, 'package.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package'])
  const draft = path.join(folder, 'draft')
  mkdirSync(draft)
  return { tarball, draft }
}

describe.runIf(process.platform === 'linux')('unpackNode', () => {
  it('takes the executable alone', async () => {
    const { tarball, draft } = makeTarball()
    const pin = createHash('sha512').update(readFileSync(tarball)).digest('base64')
    const unpacked = await unpackNode(tarball, draft, pin)
    expect(readdirSync(unpacked)).toEqual(['node'])
    expect(readFileSync(path.join(unpacked, 'node'), 'utf8')).toBe('binary')
  })

  it('refuses every tarball but the real one by default, before anything is unpacked', async () => {
    const { tarball, draft } = makeTarball()
    await expect(unpackNode(tarball, draft)).rejects.toThrow('expected 3nULszZ5')
    expect(readdirSync(draft)).toEqual([])
  })
})

it('exists for Linux on x64, with a Chromium among the packages of a bare Debian', () => {
  expect(hasModernNode('linux', 'x64')).toBe(true)
  expect(hasModernNode('linux', 'arm64')).toBe(false)
  expect(hasModernNode('darwin', 'x64')).toBe(false)
  expect(allPackages).toContain('chromium')
})
