import { expect, it } from 'vitest'
import { remoteEnvironment } from '../../../../../src/main/terminal/ssh/locale'

it('says which locale the person has, and that there are all colours', () => {
  const own = { LANG: 'de_DE.UTF-8', LC_TIME: 'en_GB.utf8', LC_MONETARY: 'de_DE.UTF-8@euro', HOME: '/root' }
  expect(remoteEnvironment(own)).toEqual({
    LANG: 'de_DE.UTF-8',
    LC_TIME: 'en_GB.utf8',
    LC_MONETARY: 'de_DE.UTF-8@euro',
    COLORTERM: 'truecolor',
  })
})

it('has a locale where the person has none, as on Windows and in macOS’s Dock', () => {
  expect(remoteEnvironment({})).toEqual({ LANG: 'C.UTF-8', COLORTERM: 'truecolor' })
})

it.each(['C', 'POSIX', 'de_DE', 'de_DE@euro', 'ja_JP.eucJP', 'UTF-8', 'x.UTF-8\nLD_PRELOAD=y', ''])(
  'does not say %j: the terminal’s characters are UTF-8',
  (value) => {
    expect(remoteEnvironment({ LANG: value, LC_ALL: value, LC_CTYPE: value })).toEqual({
      LANG: 'C.UTF-8',
      COLORTERM: 'truecolor',
    })
  },
)

it('passes nothing else on, whatever its name begins with', () => {
  expect(remoteEnvironment({ LC_TERMINAL: 'iTerm2', LC_secret: 'a.UTF-8', LANGUAGE: 'de' })).toEqual({
    LANG: 'C.UTF-8',
    COLORTERM: 'truecolor',
  })
})
