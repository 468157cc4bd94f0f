import { expect, it } from 'vitest'
import { packageFormat } from '../../../../src/main/updates/package-format'

it.each([
  ['darwin', false, '', 'zip'],
  ['win32', false, '', 'exe'],
  ['linux', true, '', 'AppImage'],
  // An AppImage that was made of the same folder as a deb.
  ['linux', true, 'deb\n', 'AppImage'],
  ['linux', false, 'deb\n', 'deb'],
  ['linux', false, 'rpm\n', 'rpm'],
  ['linux', false, '', 'tar.gz'],
  ['linux', false, 'pacman\n', 'tar.gz'],
])('on %s, an AppImage: %s, type %j: %s', (platform, isAppImage, packageType, format) => {
  expect(packageFormat({ platform, isAppImage, packageType })).toBe(format)
})
