import { describe, expect, it } from 'vitest'
import { createMask } from '../../../../../src/main/desktop/system/mask'

const mask = createMask({
  folders: [
    ['/opt/My Apps/sessiondeck', '[app]'],
    ['/home/jane/.config/sessiondeck', '[data]'],
  ],
  hiddenFolders: ['/srv/people/jane'],
  names: ['Hub One', 'web-1', 'Jo', '', '  ', 'a+b (old)', 'Жанна'],
})

describe('what others may read', () => {
  it.each([
    ['a name of the person’s', 'Hub One and hub one failed', '[name] and [name] failed'],
    ['a short name, as a word of its own', 'Jo joined, not Jonas', '[name] joined, not Jonas'],
    ['a name with signs', 'for a+b (old), then', 'for [name], then'],
    ['a name in another script', 'у Жанна нет', 'у [name] нет'],
    [
      'a quoted name',
      'The key of “Somebody Else” could not be read',
      'The key of “[name]” could not be read',
    ],
    [
      'a path with spaces under a home',
      'Check /home/jane/My Files/a.pem: no rights',
      'Check [path]: no rights',
    ],
    ['a path under ~', 'no key ~/.ssh/id_work.', 'no key [path]'],
    ['a path on Windows', 'at C:\\Users\\Jane Doe\\x.json', 'at [path]'],
    ['a Windows path as JSON has it', 'at "C:\\\\Users\\\\Jane\\\\x.json"', 'at "[path]"'],
    ['a home elsewhere', 'ENOENT: /srv/people/jane/notes', 'ENOENT: [path]'],
    ['an address', 'GET https://api.example.com/v1?hub=4051 failed', 'GET [address] failed'],
    ['somebody at a host', 'root@10.0.0.9: closed', '[address]: closed'],
    ['a host', 'getaddrinfo ENOTFOUND api.luaprot.example', 'getaddrinfo ENOTFOUND [host]'],
    ['an IPv6 address', 'connect 2001:db8::1 refused', 'connect [address] refused'],
    ['what is left of an ID', 'session …4793 left', 'session [id] left'],
    ['a number as long as an ID', 'user 155510023 left', 'user [id] left'],
  ])('hides %s', (_what, text, expected) => {
    expect(mask(text)).toBe(expected)
  })

  it.each([
    ['[2026-11-28 07:30:00.123] [info]  Sessiondeck 0.1.0 on Electron 25.1.1, linux.'],
    ['The watch thread ended (exit code 3); restarting in 500 ms.'],
    ['settings.json has a mistake at accounts[0].label: must not be empty.'],
  ])('leaves %j as it is', (text) => {
    expect(mask(text)).toBe(text)
  })

  it('says where in the program something failed', () => {
    const line = '    at Poller.run (/opt/My Apps/sessiondeck/out/main/watch.cjs:120:7)'
    expect(mask(line)).toBe('    at Poller.run ([app]/out/main/watch.cjs:120:7)')
    expect(mask('/home/jane/.config/sessiondeck/settings.json')).toBe('[data]/settings.json')
  })
})
