import { expect, it } from 'vitest'
import { disconnectEffect } from '../../../../../src/renderer/features/actions/disconnect-effect'
import { providerIds } from '../../../../../src/shared/ids'
import { providerCatalog } from '../../../../../src/shared/providers/catalog'

it('says how long a session may stay listed, or that the service does not say', () => {
  expect(disconnectEffect('luaprot')).toMatch(/^LuaProt ends .* up to 90\u00a0s\. The user may come back\.$/)
  expect(disconnectEffect('luaauth')).toMatch(/^LuaAuth ends .* doesn’t say how soon/)
})

it.each(providerIds)('says something of %s just where it can disconnect', (provider) => {
  expect(disconnectEffect(provider) !== null).toBe(providerCatalog[provider].disconnect)
})
