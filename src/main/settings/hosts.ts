import { type AppError, err, ok, type Result } from '../../shared/result'
import type { ListedHost, SshHost } from '../../shared/terminal'
import { workspaceText } from '../../shared/text/workspace'
import type { SettingsFile } from './stored'

/** The SSH hosts of this run. */
export type HostKeeper = {
  /** Managed hosts first, then the person's own. */
  list(): ListedHost[]
  find(id: string): SshHost | undefined
  /** Adds a host, or replaces the one with its id. */
  save(host: SshHost): Promise<Result<undefined>>
  remove(id: string): Promise<Result<undefined>>
}

/**
 * Keeps the person's hosts in settings.json, beside a managed workspace's, which cannot be changed here. A host
 * holds no secret.
 */
export function createHostKeeper(file: SettingsFile, managed: () => readonly SshHost[]): HostKeeper {
  const isManaged = (id: string) => managed().some((host) => host.id === id)
  const store = async (hosts: SshHost[]): Promise<Result<undefined>> => {
    const before = file.content.hosts
    try {
      await file.save({ ...file.content, hosts })
      return ok(undefined)
    } catch {
      await file.save({ ...file.content, hosts: before }).catch(() => undefined)
      return err(fileError())
    }
  }
  return {
    list: () => [
      ...managed().map((host) => ({ ...host, managed: true })),
      ...file.content.hosts.map((host) => ({ ...host, managed: false })),
    ],
    find: (id) => [...managed(), ...file.content.hosts].find((host) => host.id === id),
    async save(host) {
      if (isManaged(host.id)) return err(notHere())
      const { hosts } = file.content
      const exists = hosts.some(({ id }) => id === host.id)
      return store(exists ? hosts.map((other) => (other.id === host.id ? host : other)) : [...hosts, host])
    },
    async remove(id) {
      if (isManaged(id)) return err(notHere())
      const { hosts } = file.content
      if (!hosts.some((host) => host.id === id)) return err(notFound())
      return store(hosts.filter((host) => host.id !== id))
    },
  }
}

const notHere = (): AppError => ({ kind: 'unsupported', message: workspaceText.hostFromOutside })

const notFound = (): AppError => ({ kind: 'not-found', message: workspaceText.hostGone })

const fileError = (): AppError => ({
  kind: 'config',
  path: 'settings.json',
  message: workspaceText.hostsNotWritten,
})
