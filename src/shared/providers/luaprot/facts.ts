import type { ProviderFacts } from '../facts'

/** LuaProt, by its documents and its public pages. */
export const luaprot: ProviderFacts = {
  name: 'LuaProt',
  baseUrl: 'https://luaprot.net',
  authHeader: { name: 'Authorization', scheme: '' },
  requestsPerMinute: 60,
  credentialHelp:
    'Create an API key in the LuaProt dashboard and add this machine’s public IP address to its allow-list.',
  scopeChoices: [
    {
      kind: 'hub',
      label: 'Hub',
      placeholder: '40511091490620200512',
      help: 'Every session of every script in the hub. The ID is in the hub’s dashboard address.',
      personal: false,
    },
    {
      kind: 'key',
      label: 'Key',
      placeholder: '73978994376e1f3e307914c4',
      help: 'One customer’s key.',
      personal: true,
    },
    {
      kind: 'discord',
      label: 'Discord ID',
      placeholder: '123456789098765432',
      help: 'One customer.',
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
    ...(key ? [{ by: 'key', question: { provider: 'luaprot', by: 'key', id: key } } as const] : []),
    ...(discordId
      ? [{ by: 'Discord user', question: { provider: 'luaprot', by: 'discord', id: discordId } } as const]
      : []),
  ],
}
