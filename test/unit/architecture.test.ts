import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providerIds } from '../../src/shared/ids'

const src = join(__dirname, '../../src')

const files = (dir: string, wanted = /\.tsx?$/): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name), wanted)
      : wanted.test(entry.name)
        ? [join(dir, entry.name)]
        : [],
  )

/** What is there as soon as a source file is: no types, and nothing that is loaded later. */
function loadedWith(name: string): string[] {
  const file = ['.ts', '.tsx'].map((ending) => join(src, name + ending)).find((each) => existsSync(each))
  if (!file) return []
  const found = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(?!type\s)(?:([^'";]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm,
  )
  return [...found]
    .filter(([, names = '']) => !/^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(names))
    .map(([, , target = '']) =>
      target.startsWith('.') ? posix(relative(src, normalize(join(dirname(file), target)))) : target,
    )
}

const posix = (path: string) => path.split(sep).join('/')

/** What a source file imports: packages by name, our own files by their path under src without extension. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(
      /(?:^|\s)(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(?\s*['"]([^'"]+)['"]/gm,
    ),
  ]
  return found.map((match) => {
    const target = match[1] ?? match[2] ?? ''
    return target.startsWith('.') ? posix(relative(src, normalize(join(dirname(file), target)))) : target
  })
}

const modules = files(src).map((file) => ({
  name: posix(relative(src, file)).replace(/\.tsx?$/, ''),
  imports: importsOf(file),
}))
const known = new Set(modules.map((module) => module.name))
const resolve = (target: string) =>
  known.has(target) ? target : known.has(`${target}/index`) ? `${target}/index` : null

type Rule = { who: RegExp; mayNot: RegExp; because: string }

const node = /^(node:|electron$|ws$|undici($|\/)|hono|electron-log)/
const rules: Rule[] = [
  { who: /^shared\//, mayNot: /^(?!zod$|shared\/)/, because: 'shared imports zod only' },
  { who: /^renderer\//, mayNot: /^(main|preload|demo)\//, because: 'renderer imports shared only' },
  { who: /^renderer\//, mayNot: node, because: 'renderer has no node and no electron' },
  ...['lib', 'components', 'stores', 'actions|providers', 'features'].map((layer, index, layers) => ({
    who: new RegExp(`^renderer/(${layer})/`),
    mayNot: new RegExp(`^renderer/(${[...layers.slice(index + 1), 'app'].join('|')})/`),
    because: `the renderer's ${layer.replace('|', ' and ')} import nothing of a layer above`,
  })),
  {
    who: /^renderer\/lib\//,
    mayNot: /^shared\/(?!(counted|lazy|links|loopback|printable|text\/.*)$)/,
    because: 'the renderer’s lib knows no domain, only the small kit',
  },
  {
    who: /^preload\//,
    mayNot: /^(?!shared\/|preload\/|electron$)/,
    because: 'preload imports shared and electron',
  },
  {
    who: /^main\/(?!index$|desktop\/)/,
    mayNot: /^electron($|\/|-log$)/,
    because: 'only main/index and desktop import electron',
  },
  {
    who: /^(?!shared\/contract($|\/))/,
    mayNot: /^shared\/contract\//,
    because: 'the contract is whole: only contract.ts knows its areas',
  },
  {
    who: /^main\/(watch|terminal)\//,
    mayNot: /^main\/(desktop|settings)\//,
    because: 'workers import neither desktop nor settings',
  },
  { who: /^main\/watch\//, mayNot: /^main\/terminal\//, because: 'watch does not import terminal' },
  { who: /^main\/terminal\//, mayNot: /^main\/watch\//, because: 'terminal does not import watch' },
  {
    who: /^main\/watch\/providers\//,
    mayNot: /^main\/watch\/(monitor|actions|history|lists|sessions|requests|compose|index)/,
    because: 'providers know nothing of polling, roster or contract',
  },
  {
    who: /^main\/watch\/providers\//,
    mayNot: /^shared\/(contract|rpc)($|\/)/,
    because: 'providers do not know the contract',
  },
  ...['providers/', '(?:history|lists|monitor|sessions)/', 'actions/', 'requests/'].map(
    (layer, index, layers) => ({
      who: new RegExp(`^main/watch/${layer}`),
      mayNot: new RegExp(
        `^main/watch/(?:${[...layers.slice(index + 1), '(?:news|outlet|compose|index)$'].join('|')})`,
      ),
      because: `watch’s ${layer.replace(/[^a-z|]/g, '').replaceAll('|', ', ')} import nothing of a layer above`,
    }),
  ),
  {
    who: /^main\/watch\/history\//,
    mayNot: /^main\/watch\/(?!history\/)/,
    because: 'the history knows nothing else of the watch thread',
  },
  {
    who: /^main\/watch\/monitor\//,
    mayNot: /^main\/watch\/providers\/(?!provider$)/,
    because: 'the poller knows no HTTP',
  },
  {
    who: /^demo\//,
    mayNot: /^(main|shared|renderer|preload)\//,
    because: 'demo is written from the documents',
  },
]

/** The features that may import another one, each with a reason that holds today. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  'action-log': ['export', 'sessions'],
  details: ['lookup', 'terminal'],
  export: ['details'],
  lookup: ['accounts', 'sessions'],
  machines: ['accounts', 'terminal'],
  scripts: ['accounts', 'lookup'],
  sessions: ['accounts', 'terminal'],
  settings: ['terminal', 'updates'],
  welcome: ['terminal'],
}

const provider = `(${providerIds.join('|')})`

/**
 * Who may name a provider besides the `providers` folders: the ids, the demo, which simulates the services, the
 * transport of a terminal, which speaks one service's own protocol, and the texts of both.
 */
const mayNameProviders =
  /(^|\/)providers\/|^shared\/ids\.ts$|^demo\/|^main\/terminal\/websocket\/vsay(-\w+)?\.ts$|^shared\/text\/(german\/)?(machine-connection|providers|service-answers)\.ts$/

/** What a file says, without its comments and the paths that it imports. */
const said = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\sfrom '[^']*'/g, '')

/** A statement of a file that is no declaration: it runs as soon as the file is imported. */
const runByImport =
  /^(?!(?:import|export|const|let|function|async function|class|type|interface|declare|abstract)\b)[a-z]/m

describe('who may import whom', () => {
  it('finds the sources', () => {
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(50)
  })

  it.each(rules)('$because', ({ who, mayNot }) => {
    const broken = modules
      .filter((module) => who.test(module.name))
      .flatMap((module) =>
        module.imports.filter((target) => mayNot.test(target)).map((target) => `${module.name} -> ${target}`),
      )
    expect(broken).toEqual([])
  })

  it('has a feature import another one by the written list only', () => {
    const featureOf = (name: string) => /^renderer\/features\/([^/]+)/.exec(name)?.[1]
    const found = new Set<string>()
    for (const module of modules) {
      const from = featureOf(module.name)
      for (const to of module.imports.map(featureOf))
        if (from && to && from !== to) found.add(`${from} ${to}`)
    }
    const written = Object.entries(neighbours).flatMap(([from, all]) => all.map((to) => `${from} ${to}`))
    expect([...found].sort()).toEqual(written)
  })

  it('starts nothing in the window by importing a file', () => {
    const started = files(join(src, 'renderer'))
      .filter((file) => !file.endsWith(join('app', 'main.tsx')))
      .filter((file) => runByImport.test(readFileSync(file, 'utf8')))
    expect(started.map((file) => posix(relative(src, file)))).toEqual([])
  })

  it('keeps a wire type inside its provider’s folder', () => {
    const ofOne = new RegExp(`^main/watch/providers/${provider}/(?!provider$)`)
    const broken = modules.flatMap((module) =>
      module.imports
        .filter((target) => ofOne.test(target))
        .filter((target) => !module.name.startsWith(dirname(target)))
        .map((target) => `${module.name} -> ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('names no provider outside the providers’ own files', () => {
    const name = new RegExp(provider, 'i')
    const naming = files(src, /\.(tsx?|css|html)$/)
      .filter((file) => name.test(said(readFileSync(file, 'utf8'))))
      .map((file) => posix(relative(src, file)))
    expect(naming.filter((file) => !mayNameProviders.test(file))).toEqual([])
    expect(naming.filter((file) => mayNameProviders.test(file)).length).toBeGreaterThan(20)
  })

  it('reaches a provider’s own file through the lists of providers only', () => {
    const own = new RegExp(`(^|/)${provider}(/|$)`)
    const broken = modules
      .filter(({ name }) => !/(^|\/)providers\/|^demo\//.test(name))
      .flatMap((module) =>
        module.imports.filter((target) => own.test(target)).map((target) => `${module.name} -> ${target}`),
      )
    expect(broken).toEqual(['main/terminal/index -> main/terminal/websocket/vsay'])
  })

  it('has the first row wait for no schema and for no popup', () => {
    const route = new Map<string, string>([['renderer/app/main', 'renderer/app/main']])
    for (const [name, trail] of route)
      for (const next of loadedWith(name)) if (!route.has(next)) route.set(next, `${trail} -> ${next}`)
    expect(route.has('renderer/features/sessions/SessionTable')).toBe(true)
    expect(route.get('zod')).toBeUndefined()
    expect([...route].filter(([name]) => name.startsWith('@base-ui/'))).toEqual([])
  })

  it('makes no formatter before one is used', () => {
    const atImport = /^(export )?(const|let) [^=]+ = new Intl\./m
    const making = files(src).filter((file) => atImport.test(readFileSync(file, 'utf8')))
    expect(making.map((file) => posix(relative(src, file)))).toEqual([])
  })

  it('has no circular import', () => {
    const graph = new Map(
      modules.map((module) => [module.name, module.imports.map(resolve).filter((name) => name !== null)]),
    )
    const done = new Set<string>()
    const walk = (name: string, trail: string[]): string[] | null => {
      if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name]
      if (done.has(name)) return null
      for (const next of graph.get(name) ?? []) {
        const circle = walk(next, [...trail, name])
        if (circle) return circle
      }
      done.add(name)
      return null
    }
    for (const name of graph.keys()) expect(walk(name, [])).toBeNull()
  })
})
