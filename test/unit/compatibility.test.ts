import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(__dirname, '../../src')

const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  )

/** APIs of newer runtimes that the type checker lets through (ES2023 and later are held back by `lib`). */
const scriptApis = [
  'URL.canParse',
  'AbortSignal.any',
  'Promise.withResolvers',
  'Object.groupBy',
  'Map.groupBy',
  'Array.fromAsync',
  'node:sqlite',
  'webUtils',
  'new WebSocket\\(',
  'new File\\(',
]
const styleFeatures = [
  'light-dark\\(',
  'anchor-name',
  'position-anchor',
  'subgrid',
  'scrollbar-color',
  '(?:rgb|hsl|oklch)\\(from ',
]

/** Where a name is not what it looks like: `ws` brings its own WebSocket. */
const importsOwn = (text: string, api: string) => api.includes('WebSocket') && /from 'ws'/.test(text)

describe('what Electron 25 lacks', () => {
  it.each(scriptApis)('no source uses %s', (api) => {
    const users = files(src).filter((file) => {
      if (!/\.tsx?$/.test(file)) return false
      const text = readFileSync(file, 'utf8')
      return new RegExp(api).test(text) && !importsOwn(text, api)
    })
    expect(users).toEqual([])
  })

  it.each(styleFeatures)('no style sheet uses %s', (feature) => {
    const withoutComments = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const users = files(src).filter(
      (file) => file.endsWith('.css') && new RegExp(feature).test(withoutComments(file)),
    )
    expect(users).toEqual([])
  })
})
