import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLock, unbundledPackages } from '../../../packaging/contents.mjs'
import { billOfMaterials, components, thirdPartyNotices } from '../../../packaging/documents.mjs'

const source = path.join(__dirname, '../../../src')

/** The packages that the application is built of, as its sources name them. */
const imported = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .flatMap((name) =>
      Array.from(
        readFileSync(path.join(source, name), 'utf8').matchAll(
          /(?:\bfrom|\bimport|\bimport\(|@import)\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)[^'"]*['"]/g,
        ),
        ([, found = '']) => found,
      ),
    )
    .filter((name) => name !== 'electron' && name !== 'node' && !builtinModules.includes(name)),
)

describe('what is said of the work of others', () => {
  const lock = readLock()
  const parts = components(lock, unbundledPackages(lock, { platform: 'linux', archs: ['x64'] }))

  it('names every package that the sources are built of', () => {
    const names = parts.map(({ name }) => name)
    expect(imported.size).toBeGreaterThan(20)
    expect([...imported].filter((name) => !names.includes(name))).toEqual([])
  })

  it('knows every licence, also of a package that names it in the old way', () => {
    expect(parts.find(({ name }) => name === 'ssh2')?.license).toBe('MIT')
    expect(parts.filter(({ license }) => !/^[\w.() -]+$/.test(license) || license === 'UNKNOWN')).toEqual([])
  })

  it('is the same in the bill of materials and in the notices', () => {
    const titles = Array.from(
      thirdPartyNotices(parts, new Map()).matchAll(/^-{80}\n\n(.+ \(.+\))$/gm),
      ([, title]) => title,
    )
    const billed = billOfMaterials(parts, '45.0.0').components.slice(1)
    expect(titles).toEqual(parts.map(({ name, version, license }) => `${name} ${version} (${license})`))
    expect(billed.map(({ name, version }) => `${name} ${version}`)).toEqual(
      parts.map(({ name, version }) => `${name} ${version}`),
    )
  })
})
