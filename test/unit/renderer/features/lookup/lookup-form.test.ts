import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../../../src/renderer/features/lookup/lookup-form'

describe('the look-up form', () => {
  it('asks LuaProt by exactly one thing', () => {
    expect(questionOf({ by: 'key', id: ' abc ' }, 'luaprot')).toEqual({
      ok: true,
      value: { provider: 'luaprot', by: 'key', id: 'abc' },
    })
    expect(questionOf({}, 'luaprot')).toEqual({ ok: false, error: { id: 'Enter a Discord ID.' } })
  })

  it('leaves out what is empty, and does not let LuaAuth filter by nothing', () => {
    expect(questionOf({ scriptId: 's', placeId: '7', key: ' ' }, 'luaauth')).toEqual({
      ok: true,
      value: { provider: 'luaauth', scriptId: 's', placeId: '7' },
    })
    expect(questionOf({ scriptId: 's' }, 'luaauth')).toMatchObject({
      error: { key: 'Enter a key, Roblox ID, place or job to filter by.' },
    })
    expect(questionOf({ key: 'k' }, 'luaauth')).toEqual({
      ok: false,
      error: { scriptId: 'Enter a script ID.' },
    })
  })

  it('reads a Junkie script whole when no name is given', () => {
    expect(questionOf({ scriptId: '12' }, 'junkie')).toEqual({
      ok: true,
      value: { provider: 'junkie', scriptId: '12' },
    })
  })

  it('takes whole days in the person’s own zone, the first one first', () => {
    const dates = { from: '2024-01-01', to: '2024-01-02' }
    expect(questionOf(dates, 'vsay')).toEqual({
      ok: true,
      value: {
        provider: 'vsay',
        status: 'both',
        from: new Date(2024, 0, 1).getTime(),
        to: new Date(2024, 0, 3).getTime() - 1,
      },
    })
    expect(questionOf({ from: dates.to, to: dates.from }, 'vsay')).toEqual({
      ok: false,
      error: { to: 'Choose an end that is not before the start.' },
    })
  })
})
