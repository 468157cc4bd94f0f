import { providersText } from '../../text/providers'
import { everything, type ProviderFacts } from '../facts'

/** Junkie, by its documents and its public pages. */
export const junkie: ProviderFacts = {
  name: 'Junkie',
  baseUrl: 'https://api.jnkie.com/api/v2',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  requestsPerMinute: 60,
  get credentialHelp() {
    return providersText.junkieCredential
  },
  scopeChoices: [
    {
      kind: 'organisation',
      get label() {
        return providersText.allScripts
      },
      placeholder: '*',
      get help() {
        return providersText.allScriptsHelp
      },
      personal: false,
    },
    {
      kind: 'script',
      get label() {
        return providersText.oneScript
      },
      get placeholder() {
        return providersText.scriptId
      },
      get help() {
        return providersText.oneScriptHelp
      },
      personal: false,
    },
  ],
  defaultScopes: [everything],
  message: 'none',
  disconnect: false,
  disconnectMayTakeMs: null,
  logs: false,
  scripts: {
    kind: 'counted',
    get needs() {
      return providersText.needsOnlyKey
    },
    everybodyAt: (scriptId) => ({ provider: 'junkie', scriptId }),
  },
  machines: null,
  questionsAbout: () => [],
}
