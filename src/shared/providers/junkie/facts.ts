import { everything, type ProviderFacts } from '../facts'

/** Junkie, by its documents and its public pages. */
export const junkie: ProviderFacts = {
  name: 'Junkie',
  baseUrl: 'https://api.jnkie.com/api/v2',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  requestsPerMinute: 60,
  credentialHelp: 'Create an API key with the scope rest-api:* in the Junkie dashboard.',
  scopeChoices: [
    {
      kind: 'organisation',
      label: 'All scripts',
      placeholder: '*',
      help: 'Every script of the key’s owner.',
      personal: false,
    },
    {
      kind: 'script',
      label: 'One script',
      placeholder: 'Script ID',
      help: 'Only this script.',
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
    needs: 'nothing but its key',
    everybodyAt: (scriptId) => ({ provider: 'junkie', scriptId }),
  },
  machines: null,
  questionsAbout: () => [],
}
