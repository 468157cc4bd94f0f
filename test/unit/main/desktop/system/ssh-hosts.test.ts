import path from 'node:path'
import { expect, it } from 'vitest'
import { hostHandlers } from '../../../../../src/main/desktop/system/ssh-hosts'
import { ok } from '../../../../../src/shared/result'
import type { SshHost } from '../../../../../src/shared/terminal'
import { sshHost } from '../../../../harness/connection-recorder'

const home = path.resolve('home')

function setUp(saved: SshHost[]) {
  const hosts = new Map(saved.map((host) => [host.id, host]))
  const forgotten: string[] = []
  const told: number[] = []
  const disk = { works: true }
  const handlers = hostHandlers({
    hosts: {
      list: () => [...hosts.values()].map((host) => ({ ...host, managed: false })),
      find: (id) => hosts.get(id),
      async save(host) {
        hosts.set(host.id, host)
        return ok(undefined)
      },
      async remove(id) {
        hosts.delete(id)
        return ok(undefined)
      },
    },
    vault: {
      async remove(name) {
        if (!disk.works) throw new Error('no space left')
        forgotten.push(name)
      },
    },
    home,
    changed: () => void told.push(hosts.size),
  })
  return { handlers, forgotten, told, disk }
}

const web = sshHost({
  id: 'web',
  host: 'web.example',
  port: 22,
  user: 'me',
  identityFiles: ['~/keys/web'],
  jumps: [{ host: 'gate.example', port: 2222, user: null }],
})
const build = { ...web, id: 'build', host: 'build.example', identityFiles: [] }

it('forgets what was remembered for a host with it, and nothing that another one needs', async () => {
  const { handlers, forgotten, told } = setUp([web, build])
  await handlers['host.remove']({ id: 'web' })
  expect(forgotten.sort()).toEqual([
    `terminal:passphrase:${path.join(home, 'keys/web')}`,
    'terminal:password:me@web.example:22',
  ])
  await handlers['host.remove']({ id: 'build' })
  expect(forgotten).toContain('terminal:password:me@gate.example:2222')
  expect(forgotten).toContain(`terminal:passphrase:${path.join(home, '.ssh/id_rsa')}`)
  expect(told).toEqual([1, 0])
})

it('forgets the old login of a host that leads elsewhere now', async () => {
  const { handlers, forgotten } = setUp([web])
  await handlers['host.save']({ ...web, label: 'Web' })
  expect(forgotten).toEqual([])
  await handlers['host.save']({
    ...web,
    user: 'deploy',
    jumps: [{ host: 'gate.example', port: 2222, user: 'me' }],
  })
  expect(forgotten).toEqual(['terminal:password:me@web.example:22'])
})

it('says so where something could not be forgotten', async () => {
  const { handlers, told, disk } = setUp([web])
  disk.works = false
  expect(await handlers['host.remove']({ id: 'web' })).toMatchObject({
    ok: false,
    error: { kind: 'keychain' },
  })
  expect(told).toEqual([0])
})
