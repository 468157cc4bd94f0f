import { describe, expect, it } from 'vitest'
import { httpsLink } from '../../../../../../src/renderer/features/terminal/view/https-link'

describe('an address in a text', () => {
  const foundIn = (text: string) => httpsLink.exec(text)?.[0]

  it.each([
    ['https://en.wikipedia.org/wiki/Snail_(animal)', 'https://en.wikipedia.org/wiki/Snail_(animal)'],
    ['(see https://example.com/a_(b).)', 'https://example.com/a_(b)'],
    ['(see https://example.com/a)', 'https://example.com/a'],
    ['[text](https://example.com/a_(b_(c))), and', 'https://example.com/a_(b_(c))'],
    ['https://[2001:db8::1]:8443/x[1].', 'https://[2001:db8::1]:8443/x[1]'],
    ['read https://example.com/list[0], then', 'https://example.com/list[0]'],
    ['"https://example.com/?q=a&b=(c"', 'https://example.com/?q=a&b='],
    ['https://example.com/really?!', 'https://example.com/really'],
  ])('in %s is %s', (text, address) => {
    expect(foundIn(text)).toBe(address)
  })

  it('is looked for in a line that was made to take long', () => {
    for (const part of ['(', '[', '()', '.', 'https://a(', 'a)'])
      expect(foundIn(`https://example.com/${part.repeat(4_000 / part.length)}`)).toMatch(/^https:/)
  })
})
