import { describe, expect, it } from 'vitest'
import {
  type AccountForm,
  carriesSecret,
  draftOf,
  fieldErrorOf,
  formOf,
  needsCredential,
  newForm,
  newRow,
  originChanged,
} from '../../../../../src/renderer/features/accounts/account-form'
import type { Account, AccountDraft } from '../../../../../src/shared/account'
import { providerIds } from '../../../../../src/shared/ids'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'

const account: Account = {
  id: 'a1',
  provider: 'luaprot',
  label: 'Hub One',
  baseUrl: 'https://luaprot.net',
  authHeader: { name: 'Authorization', scheme: '' },
  scopes: [{ kind: 'hub', id: '40511091490620200512' }],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
  headerNames: ['X-Team'],
  hasCredential: true,
}

const value = (form: AccountForm, of: Account | null): AccountDraft => {
  const result = draftOf(form, of)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const errors = (form: AccountForm, of: Account | null): string[] => {
  const result = draftOf(form, of)
  return result.ok ? [] : Object.keys(result.error).sort()
}

describe('newForm', () => {
  it.each(providerIds)('starts with the known defaults of %s', (provider) => {
    const form = newForm(provider)
    expect(form.baseUrl).toBe(providerCatalog[provider].baseUrl)
    expect(form.authHeader).toEqual(providerCatalog[provider].authHeader)
    expect(form.credential).toBe('')
  })

  it('needs nothing but the key where a default scope exists', () => {
    const draft = value({ ...newForm('junkie'), credential: 'k3' }, null)
    expect(draft).toMatchObject({ id: null, scopes: [{ kind: 'organisation', id: '*' }], credential: 'k3' })
  })

  it('names the key and the scope that are missing', () => {
    expect(errors(newForm('luaprot'), null)).toEqual(['credential', 'scopes.0.id'])
  })
})

describe('draftOf an account that exists', () => {
  it('keeps the stored key and headers when nothing is typed', () => {
    const draft = value(formOf(account), account)
    expect(draft.credential).toBeUndefined()
    expect(draft.headers).toBeUndefined()
    expect(carriesSecret(draft)).toBe(false)
  })

  it('replaces all headers once they are typed', () => {
    const headers = [
      { row: newRow(), name: ' X-Team ', value: 'blue' },
      { row: newRow(), name: '', value: '' },
    ]
    const draft = value({ ...formOf(account), headers }, account)
    expect(draft.headers).toEqual({ 'X-Team': 'blue' })
    expect(carriesSecret(draft)).toBe(true)
  })

  it('names the button that removes a line only where there is one', () => {
    const error = (scopes: AccountForm['scopes']) => {
      const result = draftOf({ ...newForm('luaprot'), credential: 'k', scopes }, null)
      return result.ok ? null : result.error['scopes.0.id']
    }
    const empty = { kind: 'hub', id: '', row: 1 } as const
    expect(error([empty])).toBe('Fill in the ID.')
    expect(error([empty, { ...empty, id: '7', row: 2 }])).toBe('Fill in the ID, or remove this line.')
  })

  it('finds a scope that is there twice', () => {
    const form = formOf(account)
    const scopes = [...form.scopes, { kind: 'hub' as const, id: ' 40511091490620200512 ', row: newRow() }]
    expect(errors({ ...form, scopes }, account)).toEqual(['scopes.1.id'])
  })

  it.each([
    ['5', false],
    ['6', true],
    ['6000', true],
    ['6001', false],
    ['7.5', false],
    ['', false],
  ])('takes %s requests a minute: %s', (requestsPerMinute, fine) => {
    expect(errors({ ...formOf(account), requestsPerMinute }, account)).toEqual(
      fine ? [] : ['requestsPerMinute'],
    )
  })

  it('refuses an address that may not carry a key', () => {
    const form = { ...formOf(account), baseUrl: 'http://luaprot.net', credential: 'k' }
    expect(errors(form, account)).toEqual(['baseUrl'])
    expect(errors({ ...form, baseUrl: 'http://127.0.0.1:4101' }, account)).toEqual([])
  })
})

describe('the origin rule', () => {
  const moved = { ...formOf(account), baseUrl: 'https://evil.example' }

  it('asks for the key again at another origin', () => {
    expect(originChanged(moved, account)).toBe(true)
    expect(needsCredential(moved, account)).toBe(true)
    expect(errors(moved, account)).toEqual(['credential'])
  })

  it('never lets stored headers follow', () => {
    expect(value({ ...moved, credential: 'new' }, account).headers).toEqual({})
  })

  it('is about the origin, not about the path', () => {
    const form = { ...formOf(account), baseUrl: 'https://luaprot.net/v2 ' }
    expect(originChanged(form, account)).toBe(false)
    expect(errors(form, account)).toEqual([])
  })

  it('holds for an address that cannot be read', () => {
    expect(originChanged({ ...formOf(account), baseUrl: 'luaprot' }, account)).toBe(true)
  })
})

describe('fieldErrorOf', () => {
  it('finds the field that the shell refused', () => {
    const error = { kind: 'invalid', path: 'draft.scopes.0.id', message: 'no such hub' } as const
    expect(fieldErrorOf(error)).toEqual({ 'scopes.0.id': 'no such hub' })
  })

  it('leaves the rest to the form as a whole', () => {
    expect(fieldErrorOf({ kind: 'invalid', path: 'storage', message: 'x' })).toBeNull()
    expect(fieldErrorOf({ kind: 'timeout', message: 'x' })).toBeNull()
  })
})
