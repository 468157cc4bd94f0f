import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../harness/connection-recorder'
import { machine } from '../../harness/ssh-machine'
import { hasSshd, type Sshd, startSshd } from '../../harness/sshd'

const run = promisify(execFile)
const names = ['LANG', 'LC_TIME', 'LC_ALL', 'COLORTERM']
const print = `printf '%s,' ${names.map((name) => `"$${name}"`).join(' ')}`

describe.skipIf(!hasSshd)('what a remote shell is told of us', () => {
  let sshd: Sshd
  let key: string
  const own = { LANG: 'de_DE.UTF-8', LC_TIME: 'en_GB.UTF-8', LC_ALL: '', COLORTERM: 'truecolor' }
  beforeAll(async () => {
    sshd = await startSshd(['AcceptEnv LANG LC_* COLORTERM'])
    key = await sshd.addKey('id')
  })
  afterAll(() => sshd.stop())

  /** What a shell of ours prints. */
  const told = async (environment: NodeJS.ProcessEnv, folder: string) => {
    const known = await sshd.knownHostsLine('ed25519')
    const home = await machine(path.join(sshd.folder, folder), known, environment)
    const host = { port: sshd.port, user: sshd.user, identityFiles: [key], identitiesOnly: true }
    const terminal = record(home.connect(host))
    await terminal.live()
    terminal.connection.write(`${print}; echo; exit\n`)
    await terminal.ended
    return terminal.output()
  }

  it('is what OpenSSH sends where it is told to', async () => {
    const options = [
      'UserKnownHostsFile=/dev/null',
      'StrictHostKeyChecking=no',
      'SendEnv=LANG LC_* COLORTERM',
    ]
    const { stdout } = await run(
      'ssh',
      [
        ...['-F', 'none', '-i', key, '-p', `${sshd.port}`, ...options.flatMap((each) => ['-o', each])],
        `${sshd.user}@127.0.0.1`,
        print,
      ],
      { env: { PATH: process.env.PATH, ...own } },
    )
    expect(stdout).toBe('de_DE.UTF-8,en_GB.UTF-8,,truecolor,')
    expect(await told(own, 'own')).toContain(stdout)
  })

  it('is a locale of UTF-8 where we have none', async () => {
    expect(await told({ LC_ALL: 'C' }, 'none')).toContain('C.UTF-8,,,truecolor,')
  })
})
