import { providersText } from '../../text/providers'
import { everything, type ProviderFacts } from '../facts'

/** VSay, by its documents and its public pages. */
export const vsay: ProviderFacts = {
  name: 'VSay',
  baseUrl: 'https://api.vsayterminal.com/v1',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  requestsPerMinute: 60,
  get credentialHelp() {
    return providersText.vsayCredential
  },
  scopeChoices: [
    {
      kind: 'organisation',
      get label() {
        return providersText.organisation
      },
      placeholder: '*',
      get help() {
        return providersText.organisationHelp
      },
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
