import { describe, expect, it } from 'vitest'
import { findCookie, hasX11Tray, parseDisplay } from '../../../../../src/main/desktop/window/x11-tray'

describe('parseDisplay', () => {
  it.each([
    [':1', { host: '', number: 1, screen: 0 }],
    [':12.1', { host: '', number: 12, screen: 1 }],
    ['unix:0', { host: '', number: 0, screen: 0 }],
    ['localhost:10.0', { host: 'localhost', number: 10, screen: 0 }],
    ['', null],
    ['wayland-0', null],
  ])('reads %j', (text, expected) => {
    expect(parseDisplay(text)).toEqual(expected)
  })
})

describe('findCookie', () => {
  const field = (value: string) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(value.length)
    return Buffer.concat([length, Buffer.from(value)])
  }
  const entry = (family: number, address: string, display: string, data: string) => {
    const head = Buffer.alloc(2)
    head.writeUInt16BE(family)
    return Buffer.concat([head, field(address), field(display), field('MIT-MAGIC-COOKIE-1'), field(data)])
  }

  it('takes the entry of this machine and display', () => {
    const file = Buffer.concat([
      entry(256, 'other', '1', 'wrong host'),
      entry(256, 'here', '2', 'wrong display'),
      entry(256, 'here', '1', 'right'),
      entry(65_535, '', '', 'any'),
    ])
    expect(findCookie(file, 1, 'here').toString()).toBe('right')
    expect(findCookie(file, 9, 'elsewhere').toString()).toBe('any')
  })

  it('has none in a file that ends early', () => {
    expect(findCookie(entry(256, 'here', '1', 'right').subarray(0, 20), 1, 'here')).toHaveLength(0)
  })
})

it('sees no tray where there is no X server', async () => {
  expect(await hasX11Tray({})).toBe(false)
  expect(await hasX11Tray({ DISPLAY: ':60123' })).toBe(false)
})
