import type { RequestsOf } from '../../../shared/contract'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { desktopText } from '../../../shared/text/desktop'
import type { HostKeeper } from '../../settings/hosts'
import type { Vault } from '../../settings/vault'
import { secretNames } from '../../ssh-secrets'
import { vaultName } from '../threads/terminal-prompts'

type HostRequests = Extract<RequestsOf<'shell'>, `host.${string}`>

/** What the handlers need. */
type HostParts = {
  hosts: HostKeeper
  vault: Pick<Vault, 'remove'>
  /** The home folder, for `~` in a key file's name. */
  home: string
  /** Tell the window. */
  changed(): void
}

/**
 * The shell's answers about saved SSH hosts. What was remembered for a host goes with it, or with a change that points
 * it elsewhere, unless another host is reached with the same.
 */
export function hostHandlers({ hosts, vault, home, changed }: HostParts): Handlers<HostRequests> {
  const remembered = () => new Set(hosts.list().flatMap((host) => secretNames(host, home)))

  const changing = async (change: () => Promise<Result<undefined>>): Promise<Result<undefined>> => {
    const before = remembered()
    const result = await change()
    if (!result.ok) return result
    changed()
    const still = remembered()
    const useless = [...before].filter((name) => !still.has(name))
    try {
      await Promise.all(useless.map((name) => vault.remove(vaultName(name))))
      return result
    } catch {
      return err(notForgotten())
    }
  }
  return {
    'host.list': () => ok(hosts.list()),
    'host.save': (host) => changing(() => hosts.save(host)),
    'host.remove': ({ id }) => changing(() => hosts.remove(id)),
  }
}

const notForgotten = (): AppError => ({
  kind: 'keychain',
  message: desktopText.hostNotForgotten,
})
