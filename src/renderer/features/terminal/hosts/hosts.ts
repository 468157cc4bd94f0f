import { create } from 'zustand'
import type { ListedHost } from '../../../../shared/terminal'

/** The saved SSH hosts, in their order. `loaded`: the shell has said which there are. */
export const useHosts = create<{ loaded: boolean; hosts: readonly ListedHost[] }>(() => ({
  loaded: false,
  hosts: [],
}))

/** Takes the whole list. */
export const setHosts = (hosts: readonly ListedHost[]): void => useHosts.setState({ loaded: true, hosts })

/** A group of hosts; hosts without one come first, under an empty name. */
type HostGroup = { name: string; hosts: readonly ListedHost[] }

/** The hosts by their groups, both in alphabetical order. */
export function groupHosts(hosts: readonly ListedHost[]): readonly HostGroup[] {
  const groups = new Map<string, ListedHost[]>()
  for (const host of hosts) {
    const group = groups.get(host.group)
    if (group) group.push(host)
    else groups.set(host.group, [host])
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, members]) => ({
      name,
      hosts: [...members].sort((a, b) => a.label.localeCompare(b.label)),
    }))
}
