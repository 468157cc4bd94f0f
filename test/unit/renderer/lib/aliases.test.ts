import { describe, expect, it } from 'vitest'
import { Aliases, masked } from '../../../../src/renderer/lib/aliases'

describe('Aliases', () => {
  it('gives a name the same stand-in every time, and no two names the same one', () => {
    const aliases = new Aliases()
    const names = Array.from({ length: 300 }, (_, index) => `person_${index}`)
    const first = names.map((name) => aliases.of('User', name))
    expect(new Set(first).size).toBe(300)
    expect(names.map((name) => aliases.of('User', name))).toEqual(first)
    expect(first[0x3e]).toBe('User 3F')
  })

  it('holds nothing of the name', () => {
    expect(new Aliases().of('Machine', 'Production Server')).toBe('Machine 01')
  })

  it('keeps one stand-in for a name, whatever it is met as later', () => {
    const aliases = new Aliases()
    const alias = aliases.of('User', 'wompus')
    expect(aliases.of('Host', 'wompus')).toBe(alias)
  })

  it('replaces the names that it knows in a text, whole names only', () => {
    const aliases = new Aliases()
    aliases.of('User', 'John Doe')
    aliases.of('User', 'wompus')
    expect(aliases.hideIn('“John Doe” left; wompus, wompus_2 and John stayed.')).toBe(
      '“User 01” left; User 02, wompus_2 and John stayed.',
    )
    expect(aliases.hideIn('\u2068wompus\u2069: delivered')).toBe('\u2068User 02\u2069: delivered')
    expect(aliases.hideIn('wompus')).toBe('User 02')
  })

  it.each([
    ['write to john@example.com now', `write to ${masked} now`],
    ['Password for root@web-1:', `Password for ${masked}:`],
    ['from 203.0.113.7.', `from ${masked}.`],
    ['job 8b0ef9f1-4c57-4b5e-9d0a-1f2e3d4c5b6a is full', `job ${masked} is full`],
    ['key 73978994376e1f3e307914c4, Discord 123456789098765432', `key ${masked}, Discord ${masked}`],
    ['Key …0512, hub 4051…0512', `Key ${masked}, hub 4051…0512`],
    ['GET /sessions/get?key=…0512 · 200', `GET /sessions/get?key=${masked} · 200`],
    ['from 2001:db8::1 and ::1', `from ${masked} and ${masked}`],
    ['from 2001:db8:0:0:8:800:200c:417a', `from ${masked}`],
  ])('hides addresses: %s', (text, hidden) => {
    expect(new Aliases().hideIn(text)).toBe(hidden)
  })

  it('hides a secret that it was told, and no plain word that stands where one should', () => {
    const aliases = new Aliases()
    aliases.cover('HWID-abc-123')
    aliases.cover('unknown')
    aliases.cover(null)
    expect(aliases.hideIn('HWID-abc-123: outcome unknown')).toBe(`${masked}: outcome unknown`)
  })

  it('leaves times, versions and plain words alone', () => {
    const text = 'GET /sessions · 12:30:05 · 200, 14 sessions, v1.2.3, asking… then more…'
    expect(new Aliases().hideIn(text)).toBe(text)
  })
})
