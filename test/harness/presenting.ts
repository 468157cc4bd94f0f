import { connectPresentation } from '../../src/renderer/stores/presentation'
import { useWorkspaceStore } from '../../src/renderer/stores/workspace'
import { defaultSettings } from '../../src/shared/default-settings'

connectPresentation()

/** Turns presentation mode on or off for the stores of the window, as the shell would say it. */
export const present = (presentation: boolean): void =>
  useWorkspaceStore.setState({
    workspace: {
      accounts: [],
      settings: { ...defaultSettings, presentation },
      keychain: 'available',
      kind: 'own',
      problem: null,
      locale: 'en',
      version: '1.0.0',
      platform: 'linux',
    },
  })
