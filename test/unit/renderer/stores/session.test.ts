import { describe, expect, it } from 'vitest'
import { goneReason, sessionState } from '../../../../src/renderer/stores/session'
import { isWatched, setWorkspace } from '../../../../src/renderer/stores/workspace'
import type { Account } from '../../../../src/shared/account'
import type { Workspace } from '../../../../src/shared/contract'
import { rosterRow } from '../../../harness/roster-rows'
import { account } from '../account'

const row = rosterRow('1', { scopes: ['a/hub:1'] })
const scopes = new Map()

describe('what a session that is not in the list any more is called', () => {
  it.each([
    [{ leftAt: null, isWatched: true }, 'live', null],
    [{ leftAt: 5, isWatched: true }, 'left', 'The session has left'],
    [{ leftAt: 5, isWatched: false }, 'unwatched', 'The session is not watched any more'],
  ] as const)('%o', (fields, state, reason) => {
    const session = { row, foundAt: null, ...fields }
    expect(sessionState(session, scopes)).toBe(state)
    expect(goneReason(session)).toBe(reason)
  })
})

it('is watched while an account that is on has one of the scopes that listed it', () => {
  const watching = (fields: Partial<Account>) => {
    setWorkspace({ accounts: [{ ...account('a'), ...fields }] } as Workspace)
    return isWatched(row)
  }
  expect(watching({})).toBe(true)
  expect(watching({ enabled: false })).toBe(false)
  expect(watching({ scopes: [{ kind: 'hub', id: '2' }] })).toBe(false)
  expect(watching({ id: 'b' })).toBe(false)
})
