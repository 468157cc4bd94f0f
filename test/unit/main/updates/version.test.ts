import { expect, it } from 'vitest'
import { isNewer, releasedVersion } from '../../../../src/main/updates/version'

it.each([
  ['0.2.0', '0.1.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.1', '0.1.0', true],
  ['0.2.0', '0.2.0-beta.1', true],
  ['0.1.9', '0.2.0-beta.1', false],
])('%s after %s is newer: %s', (released, running, is) => {
  expect(isNewer(released, running)).toBe(is)
})

it.each(['1.2', 'v1.2.3', '1.2.3-rc', '01.2.3', '1.2.3 ', ''])('never releases %j', (version) => {
  expect(releasedVersion.test(version)).toBe(false)
})
