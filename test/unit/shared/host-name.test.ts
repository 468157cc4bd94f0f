import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostNamePattern, userNamePattern } from '../../../src/shared/host-name'
import { sshHostSchema } from '../../../src/shared/terminal'
import { sshHost } from '../../harness/connection-recorder'

const bad = [
  ...'*?!,|#@/\\[]"\'`$;&<>(){}',
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '\u001b',
  '\u0085',
  '\u202e',
  '\u200b',
  '\u2028',
]

describe('the name of a host', () => {
  it.each([
    'db',
    'db-1.example.net',
    '10.0.0.1',
    '::1',
    'fe80::1%eth0',
    'dev_box',
    'bücher.example',
    'DB',
    '例え.jp',
    'x.',
  ])('is %s', (name) => {
    expect(hostNamePattern.test(name)).toBe(true)
    expect(sshHostSchema.safeParse(sshHost({ host: name })).success).toBe(true)
  })

  it('has no sign that means more than itself, wherever it stands and whatever is named', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bad),
        fc.constantFrom('', 'a', 'a.b'),
        fc.constantFrom('z', 'y.z'),
        (sign, before, after) => {
          const name = `${before}${sign}${after}`
          expect(hostNamePattern.test(name)).toBe(false)
          if (name !== name.trim()) return
          const jump = { host: 'jump', port: 22, user: null }
          for (const host of [
            { host: name },
            { hostKeyAlias: name },
            { jumps: [{ ...jump, host: name }] },
            { jumps: [{ ...jump, hostKeyAlias: name }] },
            { forwards: [{ localPort: 1, remoteHost: name, remotePort: 1 }] },
          ])
            expect(sshHostSchema.safeParse(sshHost(host)).success).toBe(false)
        },
      ),
    )
  })

  it.each(['-oProxyCommand=x', '*', ''])('is not %j', (name) => {
    expect(hostNamePattern.test(name)).toBe(false)
  })
})

it('the name of a user has nothing that cannot be seen', () => {
  for (const name of ['ops', 'DOMAIN\\ops', 'ops@realm', 'jürgen meier'])
    expect(userNamePattern.test(name)).toBe(true)
  for (const name of ['o\u001bps', 'o\u202eps', 'o\nps']) expect(userNamePattern.test(name)).toBe(false)
})
