import type { RequestsOf } from '../../shared/contract'
import { ok, type Result } from '../../shared/result'
import type { Handlers } from '../../shared/rpc'
import type { HostKeeper } from '../settings/hosts'

type HostRequests = Extract<RequestsOf<'shell'>, `host.${string}`>

/** The shell's answers about saved SSH hosts. `hostsChanged`: tell the window. */
export function hostHandlers(hosts: HostKeeper, hostsChanged: () => void): Handlers<HostRequests> {
  const thenTell = (result: Result<undefined>): Result<undefined> => {
    if (result.ok) hostsChanged()
    return result
  }
  return {
    'host.list': () => ok(hosts.list()),
    'host.save': async (host) => thenTell(await hosts.save(host)),
    'host.remove': async ({ id }) => thenTell(await hosts.remove(id)),
  }
}
