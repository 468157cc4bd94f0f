import { expect, it } from 'vitest'
import { hostAndPort } from '../../../../../src/main/terminal/config/host-and-port'

it('names a host as OpenSSH does', () => {
  expect(hostAndPort('a', 22)).toBe('a')
  expect(hostAndPort('::1', 2222)).toBe('[::1]:2222')
})
