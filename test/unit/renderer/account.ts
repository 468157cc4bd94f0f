import type { Account } from '../../../src/shared/account'

/** A LuaProt account that watches hub 1 and is called by its id. */
export const account = (id: string, enabled = true): Account => ({
  id,
  provider: 'luaprot',
  label: id,
  baseUrl: 'https://luaprot.example',
  authHeader: { name: 'Authorization', scheme: '' },
  scopes: [{ kind: 'hub', id: '1' }],
  enabled,
  notify: true,
  requestsPerMinute: 60,
  headerNames: [],
  hasCredential: true,
})
