import { providersText } from '../../text/providers'
import type { ProviderFacts } from '../facts'

/** LuaProt, by its documents and its public pages. */
export const luaprot: ProviderFacts = {
  name: 'LuaProt',
  baseUrl: 'https://luaprot.net',
  authHeader: { name: 'Authorization', scheme: '' },
  requestsPerMinute: 60,
  get credentialHelp() {
    return providersText.luaprotCredential
  },
  scopeChoices: [
    {
      kind: 'hub',
      get label() {
        return providersText.hub
      },
      placeholder: '40511091490620200512',
      get help() {
        return providersText.hubHelp
      },
      personal: false,
    },
    {
      kind: 'key',
      get label() {
        return providersText.key
      },
      placeholder: '73978994376e1f3e307914c4',
      get help() {
        return providersText.keyHelp
      },
      personal: true,
    },
    {
      kind: 'discord',
      get label() {
        return providersText.discordId
      },
      placeholder: '123456789098765432',
      get help() {
        return providersText.discordIdHelp
      },
      personal: true,
    },
  ],
  defaultScopes: [],
  message: 'text',
  disconnect: true,
  disconnectMayTakeMs: 90_000,
  logs: false,
  scripts: null,
  machines: null,
  questionsAbout: ({ key, discordId }) => [
    ...(key
      ? [{ by: providersText.byKey, question: { provider: 'luaprot', by: 'key', id: key } } as const]
      : []),
    ...(discordId
      ? [
          {
            by: providersText.byDiscordUser,
            question: { provider: 'luaprot', by: 'discord', id: discordId },
          } as const,
        ]
      : []),
  ],
}
