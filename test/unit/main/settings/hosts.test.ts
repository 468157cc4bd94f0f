import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../src/main/settings/config-file'
import { createHostKeeper } from '../../../../src/main/settings/hosts'
import { openSettingsFile } from '../../../../src/main/settings/stored'
import type { SshHost } from '../../../../src/shared/terminal'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-hosts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function managedHosts(): SshHost[] {
  const workspace = readWorkspace({
    accounts: [],
    hosts: [{ label: 'Demo host', host: '127.0.0.1', port: 2222, user: 'demo' }],
  })
  if (!workspace.ok) throw new Error(workspace.error.message)
  return workspace.value.hosts
}

const [managed] = managedHosts()
if (!managed) throw new Error('no host')
const own: SshHost = { ...managed, id: 'own', label: 'Build', host: 'build.example' }

const open = (given: SshHost[] = []) => createHostKeeper(openSettingsFile(folder), () => given)

describe('SSH hosts', () => {
  it('fills in what a config file leaves out', () => {
    expect(managed).toMatchObject({ id: 'host-1', group: '', jumps: [], agentForwarding: false })
    expect(
      readWorkspace({ accounts: [], hosts: [{ label: 'x', host: '-oProxyCommand', user: 'a' }] }),
    ).toMatchObject({
      ok: false,
      error: { kind: 'config', path: 'hosts[0].host' },
    })
  })

  it('are still there after a restart, changed and removed', async () => {
    const hosts = open()
    await hosts.save(own)
    await hosts.save({ ...own, id: 'other' })
    await hosts.save({ ...own, label: 'Build 2' })
    expect(open().list()).toEqual([
      { ...own, label: 'Build 2', managed: false },
      { ...own, id: 'other', managed: false },
    ])
    expect(await hosts.remove('own')).toMatchObject({ ok: true })
    expect(await hosts.remove('own')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    expect(
      open()
        .list()
        .map(({ id }) => id),
    ).toEqual(['other'])
  })

  it('of a version before the logs are read, without one', async () => {
    const { logOutput: _, ...before } = own
    await open().save(own)
    const file = path.join(folder, 'settings.json')
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), hosts: [before] }))
    expect(open().list()).toEqual([{ ...before, logOutput: false, managed: false }])
  })

  it('from outside come first and stay as they are', async () => {
    const hosts = open(managedHosts())
    await hosts.save(own)
    expect(hosts.list()).toEqual([
      { ...managed, managed: true },
      { ...own, managed: false },
    ])
    expect(await hosts.save({ ...managed, label: 'mine' })).toMatchObject({ ok: false })
    expect(await hosts.remove('host-1')).toMatchObject({ ok: false })
    expect(hosts.find('host-1')).toEqual(managed)
  })
})
