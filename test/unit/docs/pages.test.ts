import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../src/main/settings/config-file'
import { providerIds } from '../../../src/shared/ids'

const root = path.join(__dirname, '../../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const guide = readdirSync(path.join(root, 'docs/guide')).map((name) => `docs/guide/${name}`)
const inDocs = readdirSync(path.join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs, ...guide]

/** Where a page's links and pictures lead inside the project: file and heading. */
const targets = (page: string): { file: string; heading: string | undefined }[] =>
  Array.from(read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, target = '']) => {
    const [file = '', heading] = target.split('#')
    return { file: file === '' ? page : path.posix.join(path.posix.dirname(page), file), heading }
  })

/** A heading as links name it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-')

const anchors = (page: string): string[] =>
  Array.from(read(page).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchor(heading))

describe('the documents', () => {
  it.each(pages)('%s leads to what is there', (page) => {
    const broken = targets(page).filter(
      ({ file, heading }) =>
        !existsSync(path.join(root, file)) || (heading !== undefined && !anchors(file).includes(heading)),
    )
    expect(broken).toEqual([])
  })

  it('have a way to each page of the guide, with a current picture on most', () => {
    const linked = targets('docs/guide/README.md').map(({ file }) => file)
    expect(guide.filter((page) => page !== 'docs/guide/README.md' && !linked.includes(page))).toEqual([])
    const pictured = guide.filter((page) => read(page).includes('](../screenshots/'))
    expect(pictured.length).toBeGreaterThan(guide.length - 3)
  })

  it('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = pages.flatMap((page) =>
      Array.from(read(page).matchAll(/npm run ([a-z0-9:]+)/g), ([, name = '']) => name),
    )
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('show a config file that the application accepts', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(read('docs/guide/command-line.md')) ?? []
    const parsed = readWorkspace(JSON.parse(example))
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok) expect(parsed.value.accounts.map(({ provider }) => provider)).toEqual([...providerIds])
  })
})
