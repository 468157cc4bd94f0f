import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWish } from '../../../packaging/fpm.mjs'
import { temporaryFolder } from '../../harness/temporary-folder'

const newFile = temporaryFolder()
const script = (text: string): string => {
  const file = newFile()
  writeFileSync(file, text)
  return file
}
const wordsOf = (type: string): string[] => [
  ...['-s', 'dir', '--force', '-t', type, '-d', 'libnss3', '-d', 'libgbm1', '--deb-compression', 'gz'],
  ...['--architecture', 'amd64', '--after-install', script('install'), '--after-remove', script('remove')],
  ...['--description', 'One line\n All of it', '--version', '1.0.0~beta', '--package', '/out/a.deb'],
  ...[
    '--name',
    'sessiondeck',
    '--maintainer',
    'A <a@b>',
    '--vendor',
    'A',
    '--url',
    'https://a',
    '--license',
    'MIT',
  ],
  ...['/from/=/opt/Sessiondeck', '/a=b/icon.png=/usr/share/icon.png'],
]

describe('readWish', () => {
  it('understands what electron-builder asks of fpm', () => {
    expect(readWish(wordsOf('deb'))).toMatchObject({
      type: 'deb',
      output: '/out/a.deb',
      version: '1.0.0~beta',
      summary: 'One line',
      description: 'All of it',
      depends: ['libnss3', 'libgbm1'],
      afterInstall: 'install',
      afterRemove: 'remove',
      files: [
        ['/from/', '/opt/Sessiondeck'],
        ['/a=b/icon.png', '/usr/share/icon.png'],
      ],
    })
  })

  it('refuses what it cannot make, rather than leave something out', () => {
    expect(() => readWish(wordsOf('pacman'))).toThrow('Only deb and rpm are made here, not pacman.')
    expect(() => readWish([...wordsOf('deb'), '--deb-pre-depends', 'x'])).toThrow('--deb-pre-depends')
    const nameless = wordsOf('deb').filter((word) => word !== '--name' && word !== 'sessiondeck')
    expect(() => readWish(nameless)).toThrow('--name is missing.')
  })
})
