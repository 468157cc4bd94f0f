import { useHosts } from '../features/terminal/hosts/hosts'
import { useTerminalTabs } from '../features/terminal/tabs/terminal-tabs'
import { useWorkspaceStore } from '../stores/workspace'

/** Whether there is nothing to show yet: no account, no SSH host, and no terminal to one that was removed. */
export function useIsEmpty(): boolean {
  const noAccounts = useWorkspaceStore(({ workspace }) => workspace?.accounts.length === 0)
  const noHosts = useHosts(({ loaded, hosts }) => loaded && hosts.length === 0)
  const noTabs = useTerminalTabs((state) => state.tabs.length === 0)
  return noAccounts && noHosts && noTabs
}
