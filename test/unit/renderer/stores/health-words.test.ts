import { describe, expect, it } from 'vitest'
import { scopeName } from '../../../../src/renderer/stores/health-words'

const account = { id: 'a', provider: 'luaprot' } as const
const named = (scope: Parameters<typeof scopeName>[1], secret: (id: string) => string) =>
  scopeName(account, scope, new Map(), secret)

describe('scopeName', () => {
  it('says of a personal id its end at most, and nothing where that is a secret too', () => {
    const key = { kind: 'key', id: '73978994376e1f3e30790512' } as const
    expect(named(key, (id) => id)).toBe('Key …0512')
    expect(named(key, () => '•••••')).toBe('Key •••••')
  })

  it('shows both ends of an id that is nobody’s', () => {
    const hub = { kind: 'hub', id: '405100000000000512' } as const
    expect(named(hub, () => '•••••')).toBe('Hub 4051…0512')
  })
})
