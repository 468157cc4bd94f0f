import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../src/shared/text/catalogue'
import { german } from '../../src/shared/text/german'
import { speak } from '../../src/shared/text/speak'

const root = path.join(__dirname, '../../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name) && !/^(demo|shared\/text)\//.test(name))

/** Fonts, columns and what can take the focus, in the words of CSS. */
const forBrowsers =
  /^renderer\/(features\/terminal\/view\/appearance|components\/grid\/grid-columns|app\/regions)\.ts$/

/** Diagnostics: what somebody who helps the person reads. */
const forHelpers = /^main\/desktop\/system\/(diagnostics|versions)\.ts$/

/** What people who build the application read, not those who use it, and what a browser reads. */
const forDevelopers =
  /^(log|console|crashed|onRefused|Error|TypeError|RangeError|warn|info|error|write|prepare|exec|describe|theme|closest|matches|querySelector(All)?)$/

/** What a database reads. */
const forDatabases = /\b(ALTER|AS|CREATE|DELETE|INSERT|IN|OR|PRAGMA|SELECT|UPDATE|WHERE)\b|\(\?, \?\)/

/** Words of OpenSSH's config files, of the library ssh2, of shells, browsers, the system and the log, and our own ids, the same in every language. */
const ofPrograms =
  /^(img-src 'self' data:|\[Desktop Entry\]|Sessiondeck demo services|exit code \{\}|no code|no connection|the exchange failed|version \{\}|ALPN Protocol, expected `h2`|AWS WAF|sudo apt install '\{\}'|sleep \{\}|curl --globoff .*|jq --null-input [\s\S]*|--(data-raw|header|url) \{\}|(account|host|template|setting|disconnect|script names)( \{\})?|message \{\} \{\}|(\{\}: )?(Include|IdentityAgent|LocalForward|ProxyJump) \{\}.*|yes auto force|key exchange algorithm|kex method|[cs]->[cs] (cipher|mac|compression)|host key format|Remote ident:|change password|Sessiondeck config file|Accounts and settings for one run: .*|an unknown fault|answered \{\}|request \{\}: \{\}|Sessiondeck|\s+(host match|addkeystoagent) [a-z0-9\s]+)$/

/** Attributes and fields that are read by a person, where a single word is a text too. */
const forPeople =
  /^(label|title|tooltip|help|placeholder|aria-label|description|confirm|heading|word|what|about)$/

type Node = { type: string; start: number; [field: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const nameOf = (callee: unknown): string => {
  if (!isNode(callee)) return ''
  if (callee.type === 'MemberExpression') return `${nameOf(callee.object)} ${nameOf(callee.property)}`
  return typeof callee.name === 'string' ? callee.name : ''
}

/** Whether a value is that of an attribute or a field that a person reads. */
function isForPeople(node: Node, inside: readonly Node[]): boolean {
  const above = [...inside].reverse().find(({ type }) => !/^(Conditional|Logical|JSX)Expression/.test(type))
  if (above?.type === 'JSXAttribute') return isNode(above.name) && forPeople.test(String(above.name.name))
  return above?.type === 'Property' && above.key !== node && forPeople.test(nameOf(above.key))
}

/** Something that a person would read: two words, a word for people, or anything between tags. */
function isText(text: string, node: Node, inside: readonly Node[]): boolean {
  if (!/[A-Za-z]{2}/.test(text)) return false
  return (
    node.type === 'JSXText' ||
    /[A-Za-z,’'] [A-Za-z{“]/.test(text) ||
    (/^[A-Z][a-z]+…?$/.test(text) && isForPeople(node, inside))
  )
}

/** Calls `visit` for a node and all below it, whose `inside` tells the nodes above. */
function walk(node: unknown, inside: Node[], visit: (node: Node, inside: Node[]) => boolean): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, inside, visit)
    return
  }
  if (!isNode(node) || !visit(node, inside)) return
  for (const [field, value] of Object.entries(node))
    if (field !== 'type' && typeof value === 'object') walk(value, [...inside, node], visit)
}

function textsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const found: string[] = []
  walk(parseSync(file, source).program, [], (node, inside) => {
    if (/^(Import|ExportAll|TS(?!AsExp|Satisfies|NonNull))/.test(node.type)) return false
    // The columns of a file: programs read them.
    if (node.type === 'VariableDeclarator' && nameOf(node.id) === 'header') return false
    if (/^(Call|New)Expression$/.test(node.type))
      return !nameOf(node.callee)
        .split(' ')
        .some((name) => forDevelopers.test(name))
    // What a service says.
    if (node.type === 'Property' && nameOf(node.key) === 'says') return false
    // What a field is called.
    if (inside.at(-1)?.type === 'Property' && inside.at(-1)?.key === node) return true
    const text =
      node.type === 'TemplateLiteral' && Array.isArray(node.quasis)
        ? node.quasis.map(({ value }) => value.cooked).join('{}')
        : node.type === 'JSXText' || node.type === 'Literal'
          ? node.value
          : null
    if (
      typeof text === 'string' &&
      isText(text, node, inside) &&
      !ofPrograms.test(text) &&
      !forDatabases.test(text)
    )
      found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${text.trim()}`)
    return true
  })
  return found
}

/** Where a file reads a text as soon as it is loaded, before a language is chosen. */
function earlyReads(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const found: string[] = []
  walk(parseSync(file, source).program, [], (node) => {
    if (/Function|Method|PropertyDefinition/.test(node.type)) return false
    if (node.type === 'MemberExpression' && /^\w+Text /.test(nameOf(node)))
      found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${nameOf(node)}`)
    return true
  })
  return found
}

describe('texts', () => {
  it('are in the catalogue, wherever they are shown', () => {
    expect(
      files.filter((file) => !forBrowsers.test(file) && !forHelpers.test(file)).flatMap(textsOf),
    ).toEqual([])
  })

  it('are read when they are shown, in the language of that moment', () => {
    expect(files.flatMap(earlyReads)).toEqual([])
  })

  it('are in the catalogue of each language', () => {
    const areas = readdirSync(path.join(root, 'shared/text'))
      .filter((name) => name.endsWith('.ts') && !/^(catalogue|speak)\.ts$/.test(name))
      .map((name) => name.slice(0, -3).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
    expect(Object.keys(german).sort()).toEqual(areas.sort())
  })
})

describe('a language', () => {
  afterEach(() => speak('en'))

  it('is spoken by the texts that are there and by those that come later', async () => {
    const early = catalogue.area('tray', { quit: 'Quit' })
    expect(early.quit).toBe('Quit')
    await speak('de')
    expect(early.quit).toBe('Sessiondeck beenden')
    expect(catalogue.area('tray', { show: 'Show' }).show).toBe('Sessiondeck anzeigen')
    await speak('en')
    expect(early.quit).toBe('Quit')
  })

  it('has its own numbers and plurals', async () => {
    const sessions = { one: '# session', other: '# sessions' }
    expect([0, 1, 1_204].map((count) => catalogue.plural(count, sessions))).toEqual([
      '0 sessions',
      '1 session',
      '1,204 sessions',
    ])
    await speak('de')
    expect(catalogue.plural(1_204, { one: '# Sitzung', other: '# Sitzungen' })).toBe('1.204 Sitzungen')
  })
})
