import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { providerIds } from '../../../src/shared/ids'

const root = path.join(__dirname, '../../..')
const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')

/** The paths that a part of the page names. */
const named = (text: string): string[] =>
  Array.from(text.matchAll(/`((?:src|test|docs)\/[^`]*)`/g), ([, file = '']) => file)

/** A section by its heading. */
const section = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.split(path.sep).join('/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/demo/'))

/** The source files that hold a text, without the demo. */
const holding = (text: RegExp): string[] =>
  sources.filter((file) => text.test(readFileSync(path.join(root, file), 'utf8')))

describe('docs/architecture.md', () => {
  it('names files that are there, at every provider', () => {
    const files = named(page).flatMap((file) =>
      file.includes('<id>') ? providerIds.map((id) => file.replaceAll('<id>', id)) : [file],
    )
    expect(files.length).toBeGreaterThan(30)
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })

  it('has a column written in the files that the compiler asks for, and in no more than two', () => {
    const files = named(section('Add a column'))
    expect([...files].sort()).toEqual(holding(/(?<!Partial<)Record<ColumnId\b/).sort())
    expect(files).toHaveLength(2)
  })

  it('names each list that a provider stands in', () => {
    const lists = Array.from(section('Add a provider').matchAll(/List: `([^`]+)`/g), ([, file]) => file)
    expect(lists.sort()).toEqual(holding(/(?<!Partial<)Record<ProviderId\b/).sort())
  })

  it('names each file that every provider has', () => {
    const generic = (file: string) => providerIds.map((id) => file.replaceAll('<id>', id))
    const [first] = providerIds
    const own = sources
      .filter((file) => file.includes('/providers/') && file.includes(first))
      .map((file) => file.replaceAll(first, '<id>'))
      .filter((file) => generic(file).every((each) => sources.includes(each)))
    expect(named(section('Add a provider')).filter((file) => /^src\/(?!demo).*<id>/.test(file))).toEqual(
      expect.arrayContaining(own),
    )
    expect(own).toHaveLength(5)
  })
})
