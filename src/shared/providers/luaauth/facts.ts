import type { ProviderFacts } from '../facts'

/** LuaAuth, by its documents and its public pages. */
export const luaauth: ProviderFacts = {
  name: 'LuaAuth',
  baseUrl: 'https://api.luaauth.com',
  authHeader: { name: 'token', scheme: '' },
  requestsPerMinute: 3000,
  credentialHelp: 'Copy the API token from your LuaAuth account page.',
  scopeChoices: [
    {
      kind: 'script',
      label: 'Script',
      placeholder: 'SCRIPT_ID',
      help: 'The ID of a script, as your LuaAuth project lists it.',
      personal: false,
    },
  ],
  defaultScopes: [],
  message: 'handler',
  disconnect: true,
  disconnectMayTakeMs: null,
  logs: false,
  scripts: { kind: 'managed', needs: 'the IDs of the scripts to watch' },
  machines: null,
  questionsAbout: ({ key, scriptId }) =>
    key && scriptId !== null ? [{ by: 'key', question: { provider: 'luaauth', scriptId, key } }] : [],
}
