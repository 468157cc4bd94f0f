import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { electron } from '../../harness/modern/electron.ts'

const root = path.join(import.meta.dirname, '../../../src/main')

/** `app.getLocale` and its like: a module of Electron with what is taken from it. */
const uses = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const source = readFileSync(path.join(root, name), 'utf8')
    const imported = Array.from(source.matchAll(/import \{([^}]*)\} from 'electron'/g), ([, names = '']) =>
      names
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '' && !each.startsWith('type ')),
    ).flat()
    return imported.flatMap((module) =>
      Array.from(
        source.matchAll(new RegExp(`(?<![.\\w'"/-])${module}\\.(\\w+)`, 'g')),
        ([, member = '']) => ({ module, member, name }),
      ),
    )
  })

it('has all that the application takes from Electron’s modules', () => {
  const modules: Readonly<Record<string, object>> = electron
  expect(uses.length).toBeGreaterThan(40)
  const missing = uses.filter(({ module, member }) => !(member in (modules[module] ?? {})))
  expect(missing.map(({ module, member, name }) => `${module}.${member} (${name})`)).toEqual([])
})
