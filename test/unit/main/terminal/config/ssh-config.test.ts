import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanSshConfig } from '../../../../../src/main/terminal/config/ssh-config'

const run = promisify(execFile)

/** What a hop has whose lines name no keys. */
const usual = { identityFiles: [], identitiesOnly: false }

describe('reading the OpenSSH config', () => {
  let home: string
  beforeEach(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'config-'))
    await mkdir(path.join(home, '.ssh', 'conf.d'), { recursive: true })
  })
  afterEach(() => rm(home, { recursive: true }))

  const write = (name: string, text: string) => writeFile(path.join(home, '.ssh', name), text)
  const scan = async (text: string) => {
    await write('config', text)
    return scanSshConfig(home, 'me')
  }
  const hostOf = async (text: string, alias: string) =>
    (await scan(text)).hosts.find((host) => host.label === alias)

  it('finds nothing where there is no file', async () => {
    expect(await scanSshConfig(home, 'me')).toEqual({ hosts: [], notes: [] })
  })

  it('leaves out hosts whose names mean more than themselves or cannot be seen, and says so plainly', async () => {
    const { hosts, notes } = await scan(`
Host esc\u001b[31m
Host rlo\u202egpj
Host star
  HostName *
Host list
  HostName a,b
Host alias
  HostKeyAlias *
Host hop
  ProxyJump *
Host user
  User o\u202eps
Host good
`)
    expect(hosts.map(({ label }) => label)).toEqual(['good'])
    expect(notes).toEqual([
      'Host esc[31m: left out, because its name has signs that cannot be seen',
      'Host rlogpj: left out, because its name has signs that cannot be seen',
      'Host star: left out, because its host cannot be used',
      'Host list: left out, because its host cannot be used',
      'Host alias: left out, because its hostKeyAlias cannot be used',
      'Host hop: left out, because its jumps cannot be used',
      'Host user: left out, because its user cannot be used',
    ])
  })

  it('reads a host with all that is supported', async () => {
    const text = `
Host web
  HostName %h.example.net
  Port=2222
  User deploy
  IdentityFile ~/.ssh/web
  IdentityFile "%d/keys/with space"
  IdentitiesOnly yes
  ServerAliveInterval 1m30s
  LocalForward 8080 localhost:80
  LocalForward 127.0.0.1:5432 [fd00::5]:5432
  ForwardAgent yes
`
    expect(await scan(text)).toEqual({
      hosts: [
        {
          id: 'ssh-config:web',
          label: 'web',
          group: '',
          host: 'web.example.net',
          port: 2222,
          user: 'deploy',
          identityFiles: ['~/.ssh/web', `${home}/keys/with space`],
          identitiesOnly: true,
          jumps: [],
          forwards: [
            { localPort: 8080, remoteHost: 'localhost', remotePort: 80 },
            { localPort: 5432, remoteHost: 'fd00::5', remotePort: 5432 },
          ],
          agentForwarding: true,
          keepAliveSeconds: 90,
          logOutput: false,
        },
      ],
      notes: [],
    })
  })

  it('takes the first value of the whole file, and lists names but no patterns', async () => {
    const text = `
User early
Host a b !c *.example.net
  Port 1
Host a
  Port 2
  User late
Host *
  Port 3
`
    const { hosts } = await scan(text)
    expect(hosts.map(({ label, port, user }) => [label, port, user])).toEqual([
      ['a', 1, 'early'],
      ['b', 1, 'early'],
    ])
  })

  it('leaves a negated host out of a block', async () => {
    const { hosts } = await scan('Host * !b\n  Port 5\nHost a\nHost b\n')
    expect(hosts.map(({ label, port }) => [label, port])).toEqual([
      ['a', 5],
      ['b', 22],
    ])
  })

  it('resolves a chain of jumps through the config', async () => {
    const text = `
Host inner
  ProxyJump first,other@second:2200
Host first
  HostName 10.0.0.1
  User jumper
  ProxyJump outer
  IdentityFile ~/.ssh/first
Host second
  HostName 10.0.0.2
  ProxyJump outer
Host outer
  Port 443
`
    expect(await hostOf(text, 'inner')).toMatchObject({
      jumps: [
        { host: 'outer', port: 443, user: 'me', keys: usual },
        { host: '10.0.0.1', port: 22, user: 'jumper', keys: { ...usual, identityFiles: ['~/.ssh/first'] } },
        { host: '10.0.0.2', port: 2200, user: 'other', keys: usual },
      ],
      identityFiles: [],
    })
  })

  it('gives each hop the keys, the agent and the alias that its own lines name', async () => {
    const text = `
Host inner
  ProxyJump gate
  IdentityFile ~/.ssh/inner-%k
  IdentityAgent ~/agents/%h.sock
  HostKeyAlias Inner-1
Host gate
  IdentityFile ~/.ssh/gate
  IdentitiesOnly yes
  IdentityAgent none
  HostKeyAlias gate-1
`
    expect(await hostOf(text, 'inner')).toMatchObject({
      hostKeyAlias: 'inner-1',
      identityFiles: ['~/.ssh/inner-Inner-1'],
      identitiesOnly: false,
      identityAgent: '~/agents/inner.sock',
      jumps: [
        {
          hostKeyAlias: 'gate-1',
          keys: { identityFiles: ['~/.ssh/gate'], identitiesOnly: true, identityAgent: 'none' },
        },
      ],
    })
  })

  it('takes no key file where none is named, and not the usual ones', async () => {
    const { hosts } = await scan('Host a\n  IdentityFile None\nHost b\n  IdentityFile ~/.ssh/b\nHost c\n')
    expect(hosts.map(({ identityFiles }) => identityFiles)).toEqual([['none'], ['~/.ssh/b'], []])
  })

  it('uses no agent rather than another one where it cannot tell which', async () => {
    const { hosts, notes } = await scan('Host web\n  IdentityAgent /run/%C.sock\n')
    expect(hosts).toMatchObject([{ identityAgent: 'none' }])
    expect(notes).toEqual([
      'line 2: IdentityAgent /run/%C.sock: a placeholder in it is not supported; no agent is used',
    ])
  })

  it.each([
    ['one byte order', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['the other', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('reads a file that Windows wrote in UTF-16, in %s', async (_, encoded) => {
    await writeFile(path.join(home, '.ssh', 'config'), encoded('Host größe\r\n  Port 2222\r\n'))
    const { hosts, notes } = await scanSshConfig(home, 'me')
    expect(hosts).toMatchObject([{ label: 'größe', port: 2222 }])
    expect(notes).toEqual([])
  })

  it.each([
    ['ssh -W %h:%p ops@bastion:2200', { host: 'bastion.example', port: 2200, user: 'ops' }],
    ['ssh -q bastion -W [%h]:%p', { host: 'bastion.example', port: 22, user: 'me' }],
  ])('reads the command %s as a jump', async (command, jump) => {
    const { hosts, notes } = await scan(
      `Host web\n  ProxyCommand ${command}\nHost bastion\n  HostName bastion.example\n`,
    )
    expect(hosts.find(({ label }) => label === 'web')).toMatchObject({ jumps: [jump] })
    expect(notes).toEqual([])
  })

  it.each(['ssh -W %h:%p -oProxyCommand=x', 'ssh -W other:22 bastion', 'nc %h %p'])(
    'leaves out who is reached through the command %s, itself or on the way: no other way leads there',
    async (command) => {
      const { hosts, notes } = await scan(
        `Host web\n  ProxyCommand ${command}\nHost behind\n  ProxyJump web\nHost bastion\n`,
      )
      expect(hosts.map(({ label }) => label)).toEqual(['bastion'])
      expect(notes).toEqual([
        'line 2: ProxyCommand is not supported, because it would run a program; ProxyJump is',
        'Host web: left out, because it is reached through a ProxyCommand',
        'Host behind: left out, because it is reached through a ProxyCommand',
      ])
    },
  )

  it.each([
    ['ProxyCommand ssh -W %h:%p gate', ['gate']],
    ['ProxyCommand none', []],
    ['ProxyJump none', ['other']],
    ['ProxyJump gate', ['gate']],
  ])('goes the way that is named first: %s', async (first, hosts) => {
    const later = 'Host w*\n  ProxyJump bastion\n  ProxyCommand ssh -W %h:%p other\n'
    const web = await hostOf(`Host web\n  ${first}\n${later}`, 'web')
    expect(web?.jumps.map(({ host }) => host)).toEqual(hosts)
  })

  it('stops at jumps that go round in circles', async () => {
    const { hosts, notes } = await scan('Host a\n  ProxyJump b\nHost b\n  ProxyJump a\n')
    expect(hosts.map(({ jumps }) => jumps.map(({ host }) => host))).toEqual([['b'], ['a']])
    expect(notes).toEqual([
      'line 4: ProxyJump a leads back to itself',
      'line 2: ProxyJump b leads back to itself',
    ])
  })

  it('includes files by pattern, inside the block they stand in', async () => {
    await write('conf.d/10-work', 'Host work\n  Port 10\n')
    await write('conf.d/20-rest', 'User included\n')
    await write('conf.d/.hidden', 'Host hidden\n')
    const text = 'Include conf.d/*\nHost a\n  Include conf.d/20-rest\n  Port 4\nHost b\n'
    const { hosts, notes } = await scan(text)
    expect(hosts.map(({ label, port, user }) => [label, port, user])).toEqual([
      // The second file follows the first, whose Host line does not reach beyond its own file.
      ['work', 10, 'included'],
      ['a', 4, 'included'],
      ['b', 22, 'included'],
    ])
    expect(notes).toEqual([])
  })

  it('does not let an included file out of the block around it', async () => {
    await write('conf.d/inside', 'User inside\nHost *\n  Port 9\n')
    const { hosts } = await scan('Host a\n  Include conf.d/inside\nHost b\n')
    expect(hosts.map(({ label, port, user }) => [label, port, user])).toEqual([
      ['a', 9, 'inside'],
      ['b', 22, 'me'],
    ])
  })

  it('stops at includes that go round in circles or too deep', async () => {
    await write('loop', 'Include config\nHost looped\n')
    expect((await scan('Include loop\n')).notes).toEqual(['loop line 1: Include config: includes itself'])
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        write(`deep${index}`, `Include deep${index + 1}\nHost d${index}\n`),
      ),
    )
    const { hosts, notes } = await scan('Include deep0\n')
    expect(hosts).toHaveLength(15)
    expect(notes).toEqual(['deep14 line 1: Include deep15: more than 16 files deep'])
  })

  it('executes nothing and says what it does not follow', async () => {
    const proof = path.join(home, 'executed')
    const text = `
Match exec "touch ${proof}"
  Port 1
Match final
  Port 2
Match host web.example.net user me
  Port 3
Match !originalhost web
  Port 4
Host web
  HostName web.example.net
  KnownHostsCommand touch ${proof}
  CanonicalizeHostname yes
  StrictHostKeyChecking no
  IdentityFile ~/.ssh/id_ed25519_sk
  LocalForward 0.0.0.0:80 a:80
  Compression yes
  ProxyJump none
Host other
  ProxyCommand touch ${proof}
`
    const { hosts, notes } = await scan(text)
    expect(hosts).toEqual([expect.objectContaining({ label: 'web', port: 22, identityFiles: [] })])
    expect(notes).toEqual([
      'line 2: Match exec is not supported, because it would run a program; its block is left out',
      'line 4: Match final is not supported; its block is left out',
      'line 12: KnownHostsCommand is not supported, because it would run a program',
      'line 13: CanonicalizeHostname is not supported, because it would look names up',
      'line 14: StrictHostKeyChecking is not followed: an unknown host key is always asked about',
      'line 20: ProxyCommand is not supported, because it would run a program; ProxyJump is',
      'line 15: ~/.ssh/id_ed25519_sk: security keys (sk-) are not supported',
      'line 16: LocalForward 0.0.0.0:80 a:80 would listen on 0.0.0.0; only loopback is supported',
      'Host other: left out, because it is reached through a ProxyCommand',
    ])
    await expect(rm(proof)).rejects.toThrow('ENOENT')
  })

  it('passes over what changes neither whom it meets nor how, and nothing else', async () => {
    const harmless =
      'ControlMaster auto\nControlPath ~/%C\nCompression yes\nAddKeysToAgent yes\nLogLevel ERROR\n'
    const ours = 'PubkeyAuthentication yes\nForwardX11 no\nStrictHostKeyChecking ask\nProxyCommand none\n'
    const other =
      'PubkeyAuthentication no\nForwardX11 yes\nUserKnownHostsFile none\n' +
      'Ciphers aes256-ctr\nDynamicForward 1080\nPreferredAuthentications password\nUnheardOf none\n'
    const { notes } = await scan(`Host web\n${harmless}${ours}${other}`)
    expect(notes.map((line) => line.split(' ')[2])).toEqual(
      other
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    )
  })

  it('leaves out a host whose name, or whose way, it cannot tell', async () => {
    const { hosts, notes } = await scan(
      'Host web\n  HostName %n.example.net\nHost other\n  ProxyJump web\nHost good\n  HostName %h.example.net\n',
    )
    expect(hosts).toMatchObject([{ label: 'good', host: 'good.example.net' }])
    expect(notes).toEqual([
      'Host web: left out, because its host cannot be used',
      'Host other: left out, because its jumps cannot be used',
    ])
  })

  it('leaves out a host whose jump it cannot read: it must not be reached by another way', async () => {
    const { hosts, notes } = await scan('Host web\n  ProxyJump a@b@:c,hop\nHost odd\n  ProxyJump x-%q\n')
    expect(hosts).toEqual([])
    expect(notes).toEqual(
      expect.arrayContaining([
        'line 2: ProxyJump a@b@:c cannot be read',
        'Host web: left out, because its jumps cannot be used',
        'line 4: ProxyJump x-%q cannot be read',
        'Host odd: left out, because its jumps cannot be used',
      ]),
    )
  })

  it('reads true as yes, and puts names and ports in place of tokens', async () => {
    const text =
      'Host web\n  HostName web.example.net\n  Port 2222\n  User deploy\n  IdentitiesOnly true\n  ForwardAgent TRUE\n' +
      '  IdentityFile ~/.ssh/%n-%k-%p-%r-100%%\n  ProxyJump bastion-%n\n'
    expect(await hostOf(text, 'web')).toMatchObject({
      identitiesOnly: true,
      agentForwarding: true,
      identityFiles: ['~/.ssh/web-web-2222-deploy-100%'],
      jumps: [{ host: 'bastion-web' }],
      keepAliveSeconds: 30,
    })
  })

  it('follows Match where it can tell', async () => {
    const text = 'Host web\n  HostName web.example.net\nMatch host *.example.net user me\n  Port 3\n'
    expect(await hostOf(text, 'web')).toMatchObject({ port: 3 })
    expect(await hostOf(text.replace('user me', '!user me'), 'web')).toMatchObject({ port: 22 })
  })

  it('goes on after lines that make no sense', async () => {
    const { hosts, notes } = await scan(
      'Host "open\nPort\nHost good # a comment\n\tPort "22" # another\nHost bad\n  Port many\nHost al/so\n',
    )
    expect(hosts.map(({ label }) => label)).toEqual(['good'])
    expect(notes).toEqual([
      'line 1: a quote is not closed',
      'line 2: Port has no value',
      'Host bad: left out, because its port cannot be used',
      'Host al/so: left out, because its host cannot be used',
    ])
  })

  it('says so where the file cannot be read', async () => {
    await mkdir(path.join(home, '.ssh', 'config'))
    const { hosts, notes } = await scanSshConfig(home, 'me')
    expect(hosts).toEqual([])
    expect(notes).toEqual([expect.stringContaining('cannot be read: it is a folder')])
  })

  it.skipIf(process.platform === 'win32')(
    'says of a pipe that nobody writes to that it is not a file',
    async () => {
      await run('mkfifo', [path.join(home, '.ssh', 'config')])
      expect(await scanSshConfig(home, 'me')).toEqual({
        hosts: [],
        notes: [`${path.join(home, '.ssh', 'config')} cannot be read: it is not a file`],
      })
    },
  )

  it('does not hold the thread over a long file', async () => {
    const block = (index: number) =>
      `Host h${index} alias${index}.example.net *.lan${index}\n  User u${index}\n  Port 2222\n`
    const count = Math.floor(200_000 / block(100_000).length)
    const startedMs = performance.now()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    await write('config', Array.from({ length: count }, (_, index) => block(index)).join(''))
    delay.enable()
    const { hosts } = await scanSshConfig(home, 'me')
    delay.disable()
    expect(hosts).toHaveLength(1_000)
    expect(delay.max / 1e6).toBeLessThan((performance.now() - startedMs) / 4)
  })
})
