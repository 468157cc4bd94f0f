import { expect, it } from 'vitest'
import { freshness } from '../../../../../src/renderer/features/sessions/freshness'
import { scopeHealth } from '../../../../harness/roster-rows'
import { account } from '../../account'

it('is as old as the scope that answered longest ago', () => {
  const scopes = [
    scopeHealth({ key: '1', lastSuccessAt: 900 }),
    scopeHealth({ key: '2', lastSuccessAt: 300 }),
  ]
  expect(freshness(scopes, [account('a', true)]).oldestAt).toBe(300)
})

it('leaves out accounts that are switched off', () => {
  const scopes = [scopeHealth({ lastSuccessAt: 900 }), scopeHealth({ accountId: 'b', lastSuccessAt: 1 })]
  expect(freshness(scopes, [account('a', true), account('b', false)]).oldestAt).toBe(900)
})

it('tells the scopes in trouble from those that have not answered yet', () => {
  const offline = scopeHealth({ key: '1', state: 'offline', lastSuccessAt: null })
  const starting = scopeHealth({ key: '2', state: 'starting', lastSuccessAt: null })
  const partial = scopeHealth({ key: '3', state: 'partial', lastSuccessAt: 5 })
  expect(freshness([offline, starting, partial], [])).toEqual({
    oldestAt: 5,
    silent: 1,
    troubled: [offline, partial],
    sweeping: [],
  })
})
