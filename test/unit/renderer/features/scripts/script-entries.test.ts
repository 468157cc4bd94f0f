import { expect, it } from 'vitest'
import { scriptGroups } from '../../../../../src/renderer/features/scripts/script-entries'
import { account } from '../../account'

const script = (id: string) => ({ kind: 'script', id }) as const
const luaauth = { ...account('a'), provider: 'luaauth' as const, scopes: [script('s2'), script('s1')] }
const junkie = {
  ...account('j'),
  provider: 'junkie' as const,
  scopes: [{ kind: 'organisation' as const, id: '*' }],
}
const nothing = { counts: new Map(), listed: {} }
const shown = (groups: ReturnType<typeof scriptGroups>) =>
  groups.map(({ account: { id }, entries }) => [
    id,
    ...entries.map(({ scriptId, live }) => `${scriptId}: ${live}`),
  ])

it('lists the scripts that LuaAuth accounts watch, in their order, with what the list holds', () => {
  const listed = { 'a/s1': 3 }
  expect(shown(scriptGroups([luaauth], { ...nothing, listed }))).toEqual([['a', 's2: 0', 's1: 3']])
})

it('lists the scripts that Junkie counts, the most live first, even before a sweep has come so far', () => {
  const counts = new Map([
    [
      'j',
      {
        counts: [
          { scriptId: '1', live: 2 },
          { scriptId: '2', live: 9 },
          { scriptId: '3', live: 0 },
        ],
      },
    ],
  ])
  const listed = { 'j/2': 4, 'j/9': 1, 'ja/5': 1 }
  expect(shown(scriptGroups([junkie], { counts, listed }))).toEqual([['j', '2: 9', '1: 2', '9: 1', '3: 0']])
})

it('leaves out accounts that are off or have no scripts', () => {
  const off = { ...luaauth, enabled: false }
  const vsay = { ...account('v'), provider: 'vsay' as const }
  expect(scriptGroups([off, vsay], nothing)).toEqual([])
})
