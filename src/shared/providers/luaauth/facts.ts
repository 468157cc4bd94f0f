import { providersText } from '../../text/providers'
import type { ProviderFacts } from '../facts'

/** LuaAuth, by its documents and its public pages. */
export const luaauth: ProviderFacts = {
  name: 'LuaAuth',
  baseUrl: 'https://api.luaauth.com',
  authHeader: { name: 'token', scheme: '' },
  requestsPerMinute: 3000,
  get credentialHelp() {
    return providersText.luaauthCredential
  },
  scopeChoices: [
    {
      kind: 'script',
      get label() {
        return providersText.script
      },
      placeholder: 'SCRIPT_ID',
      get help() {
        return providersText.scriptHelp
      },
      personal: false,
    },
  ],
  defaultScopes: [],
  message: 'handler',
  disconnect: true,
  disconnectMayTakeMs: null,
  logs: false,
  scripts: {
    kind: 'managed',
    get needs() {
      return providersText.needsScriptIds
    },
  },
  machines: null,
  questionsAbout: ({ key, scriptId }) =>
    key && scriptId !== null
      ? [{ by: providersText.byKey, question: { provider: 'luaauth', scriptId, key } }]
      : [],
}
