import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../src/main/settings/config-file'

const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')

describe('the README', () => {
  it('shows a config file that the application accepts', () => {
    const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const parsed = readWorkspace(JSON.parse(example))
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok)
      expect(parsed.value.accounts.map((account) => account.provider)).toEqual([
        'luaprot',
        'luaauth',
        'junkie',
        'vsay',
      ])
  })

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))
    const named = [...readme.matchAll(/npm run ([a-z0-9:]+)/g)].map((match) => match[1])
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([])
  })
})
