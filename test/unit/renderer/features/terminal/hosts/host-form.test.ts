import { describe, expect, it } from 'vitest'
import { hostForm, hostOf } from '../../../../../../src/renderer/features/terminal/hosts/host-form'
import type { SshHost } from '../../../../../../src/shared/terminal'

const host: SshHost = {
  id: 'h1',
  label: 'web-1',
  group: 'Production',
  host: 'web-1.example.com',
  port: 2222,
  user: 'ops',
  identityFiles: ['~/.ssh/work'],
  identitiesOnly: true,
  identityAgent: '~/.agents/work.sock',
  hostKeyAlias: 'web',
  jumps: [
    { host: 'bastion', port: 22, user: null },
    { host: '2001:db8::1', port: 2022, user: 'jump' },
  ],
  forwards: [{ localPort: 8080, remoteHost: '::1', remotePort: 80 }],
  agentForwarding: true,
  keepAliveSeconds: 15,
  logOutput: true,
}
const typed = { ...hostForm(null), host: 'web', user: 'ops' }

describe('the host form', () => {
  it('gives back the host that it was filled from', () => {
    expect(hostOf(hostForm(host), 'h1', host)).toEqual({ ok: true, value: host })
  })

  it('keeps the keys of a hop that stays, and gives a new one the host’s', () => {
    const keys = { identityFiles: ['~/.ssh/gate'], identitiesOnly: true, identityAgent: 'none' }
    const gate = { host: 'gate', port: 22, user: 'me', hostKeyAlias: 'gate-1', keys }
    const before = { ...host, jumps: [gate] }
    const form = hostForm(before)
    expect(hostOf(form, 'h1', before)).toEqual({ ok: true, value: before })
    const changed = hostOf({ ...form, jumps: `other@gate\n${form.jumps}` }, 'h1', before)
    expect(changed).toMatchObject({
      value: { jumps: [{ host: 'gate', port: 22, user: 'other' }, gate] },
    })
    expect(changed.ok && changed.value.jumps[0]).not.toHaveProperty('keys')
  })

  it('takes a key file of a hop’s own', () => {
    const jumps = 'me@gate:2222 ~/keys/my gate\nlast'
    expect(hostOf({ ...typed, jumps, identitiesOnly: true }, 'n', null)).toMatchObject({
      value: {
        jumps: [
          { host: 'gate', keys: { identityFiles: ['~/keys/my gate'], identitiesOnly: true } },
          { host: 'last', port: 22, user: null },
        ],
      },
    })
  })

  it('has no agent and no name of the key where none is typed', () => {
    const result = hostOf({ ...hostForm(host), identityAgent: ' ', hostKeyAlias: '' }, 'h1', host)
    expect(result).toMatchObject({ value: { identityAgent: undefined, hostKeyAlias: undefined } })
  })

  it('names a host after its address when nobody did', () => {
    expect(hostOf(typed, 'n', null)).toMatchObject({ ok: true, value: { label: 'web', port: 22, id: 'n' } })
  })

  it.each([
    ['deploy@web-1.example.com:2222', { host: 'web-1.example.com', user: 'deploy', port: 2222 }],
    ['ssh deploy@web-1', { host: 'web-1', user: 'deploy', port: 22 }],
    ['ssh://web-1:2222', { host: 'web-1', user: 'me', port: 2222 }],
    ['[fd00::5]:2222', { host: 'fd00::5', user: 'me', port: 2222 }],
    ['fd00::5', { host: 'fd00::5', user: 'me', port: 22 }],
  ])('takes the whole address %s from the host’s field', (host, expected) => {
    expect(hostOf({ ...hostForm(null), host, user: 'me' }, 'id', null)).toMatchObject({
      ok: true,
      value: expected,
    })
  })

  it('says which field is wrong', () => {
    const cases = [
      ['host', 'a b'],
      ['host', ''],
      ['host', '-oProxyCommand=x'],
      ['user', ' '],
      ['port', '70000'],
      ['port', '22x'],
      ['keepAliveSeconds', '-1'],
      ['jumps', 'a@b@c'],
      ['jumps', 'bastion:99999'],
      ['hostKeyAlias', 'a b'],
      ['forwards', '8080:db'],
      ['forwards', '0:db:80'],
    ] as const
    for (const [field, text] of cases) {
      const result = hostOf({ ...typed, [field]: text }, 'n', null)
      expect([field, text, result.ok ? [] : Object.keys(result.error)]).toEqual([
        field,
        text,
        field === 'host' && text === '' ? expect.arrayContaining(['host']) : [field],
      ])
    }
  })
})
