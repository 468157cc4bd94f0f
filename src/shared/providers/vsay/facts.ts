import { everything, type ProviderFacts } from '../facts'

/** VSay, by its documents and its public pages. */
export const vsay: ProviderFacts = {
  name: 'VSay',
  baseUrl: 'https://api.vsayterminal.com/v1',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  requestsPerMinute: 60,
  credentialHelp: 'Create an API token in VSay’s organisation settings.',
  scopeChoices: [
    {
      kind: 'organisation',
      label: 'Whole organisation',
      placeholder: '*',
      help: 'Every active SSH session.',
      personal: false,
    },
  ],
  defaultScopes: [everything],
  message: 'none',
  disconnect: true,
  disconnectMayTakeMs: null,
  logs: true,
  scripts: null,
  machines: { endedSince: (from) => ({ provider: 'vsay', status: 'ended', from }) },
  questionsAbout: () => [],
}
