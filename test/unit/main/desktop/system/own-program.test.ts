import { expect, it } from 'vitest'
import { ownProgram } from '../../../../../src/main/desktop/system/own-program'

it('is the AppImage that we are in, and no other one', () => {
  const env = { APPIMAGE: '/home/a/Sessiondeck.AppImage', APPDIR: '/tmp/mount' }
  expect(ownProgram(env, '/tmp/mount/sessiondeck')).toBe('/home/a/Sessiondeck.AppImage')
  expect(ownProgram(env, '/opt/Sessiondeck/sessiondeck')).toBe('/opt/Sessiondeck/sessiondeck')
  expect(ownProgram({}, '/opt/Sessiondeck/sessiondeck')).toBe('/opt/Sessiondeck/sessiondeck')
})
