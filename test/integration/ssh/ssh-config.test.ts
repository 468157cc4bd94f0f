import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { scanSshConfig } from '../../../src/main/terminal/config/ssh-config'

const run = promisify(execFile)

describe.skipIf(!existsSync('/usr/bin/ssh'))('the OpenSSH config', () => {
  it('says the same to us as to OpenSSH', async () => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'config-'))
    const at = (name: string) => path.join(home, '.ssh', name)
    await mkdir(at('.'), { recursive: true })
    await writeFile(at('a.conf'), 'Host one\n  Port 10\n')
    await writeFile(at('b.conf'), 'ServerAliveInterval 2m\nMatch host three.example.net\n  User match\n')
    const lines = [
      `Include ${at('*.conf')}`,
      'Host one tw? !two',
      '  User="quoted user"',
      '  IdentityFile /keys/\\"odd\\"',
      'Host three',
      '  HostName %h.example.net',
      '  IdentitiesOnly yes # why not',
      'Host * !four',
      '  Port 99',
      'Match originalhost four,five !user nobody',
      '  Port 44',
      'Host two',
      'Host four',
      '  ForwardAgent yes',
      'Host five',
    ]
    await writeFile(at('config'), `${lines.join('\n')}\n`)
    const { hosts, notes } = await scanSshConfig(home)
    expect(notes).toEqual([])
    expect(hosts.map(({ label }) => label)).toEqual(['one', 'three', 'two', 'four', 'five'])
    for (const host of hosts) {
      const { stdout } = await run('ssh', ['-G', '-F', at('config'), host.label])
      const says = (keyword: string) => new RegExp(`^${keyword} (.*)$`, 'm').exec(stdout)?.[1]
      expect({
        host: says('hostname'),
        port: Number(says('port')),
        user: says('user'),
        identitiesOnly: says('identitiesonly') === 'yes',
        agentForwarding: says('forwardagent') === 'yes',
        keepAliveSeconds: Number(says('serveraliveinterval')),
      }).toEqual({
        host: host.host,
        port: host.port,
        user: host.user,
        identitiesOnly: host.identitiesOnly,
        agentForwarding: host.agentForwarding,
        keepAliveSeconds: host.keepAliveSeconds,
      })
      if (host.identityFiles.length > 0) expect(says('identityfile')).toBe(host.identityFiles[0])
    }
    await rm(home, { recursive: true })
  })
})
