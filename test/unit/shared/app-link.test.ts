import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appLinkWord, longestAppLink, parseAppLink } from '../../../src/shared/app-link'
import { providerIds } from '../../../src/shared/ids'
import { printable } from '../../../src/shared/printable'

describe('parseAppLink', () => {
  it('reads a session of each service', () => {
    for (const provider of providerIds)
      expect(parseAppLink(`sessiondeck://session/${provider}/40511091490620200512`)).toEqual({
        kind: 'session',
        provider,
        id: '40511091490620200512',
      })
  })

  it('reads a person, as the text would be typed', () => {
    expect(parseAppLink('sessiondeck://person?text=Wompus%20%26%20friends')).toEqual({
      kind: 'person',
      text: 'Wompus & friends',
    })
    // What a desktop makes of an address without a path.
    expect(parseAppLink('sessiondeck://person/?text=97963719390038484793')).toEqual({
      kind: 'person',
      text: '97963719390038484793',
    })
  })

  it.each([
    ['nothing', ''],
    ['another scheme', 'https://session/luaprot/1'],
    ['another service', 'sessiondeck://session/other/1'],
    ['an action', 'sessiondeck://disconnect/luaprot/1'],
    ['no id', 'sessiondeck://session/luaprot/'],
    ['a second part', 'sessiondeck://session/luaprot/1/disconnect'],
    ['a question behind the id', 'sessiondeck://session/luaprot/1?act=disconnect'],
    ['a fragment', 'sessiondeck://person?text=a#b'],
    ['a second field', 'sessiondeck://person?text=a&account=b'],
    ['another field', 'sessiondeck://person?name=a'],
    ['an empty text', 'sessiondeck://person?text='],
    ['a host with a port', 'sessiondeck://session:80/luaprot/1'],
    ['a user', 'sessiondeck://me@session/luaprot/1'],
    ['an escape that means nothing', 'sessiondeck://session/luaprot/%E0%A4'],
    ['a line break', 'sessiondeck://person?text=a%0Ab'],
    ['a hidden direction', 'sessiondeck://person?text=a%E2%80%AEb'],
    ['a NUL', 'sessiondeck://session/luaprot/1%00'],
    ['blanks around', 'sessiondeck://person?text=%20a'],
    ['words before it', '--config sessiondeck://session/luaprot/1'],
    ['a line before it', 'x\nsessiondeck://session/luaprot/1'],
    ['a line behind it', 'sessiondeck://session/luaprot/1\n'],
    ['an id without end', `sessiondeck://session/luaprot/${'1'.repeat(201)}`],
    ['a text without end', `sessiondeck://person?text=${'a'.repeat(501)}`],
  ])('refuses %s', (_what, address) => {
    expect(parseAppLink(address)).toBe(null)
  })

  it('reads back what is escaped as in any address', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((each) => printable(each) === each)
    fc.assert(
      fc.property(text, fc.constantFrom(...providerIds), (id, provider) => {
        const escaped = encodeURIComponent(id)
        expect(parseAppLink(`sessiondeck://session/${provider}/${escaped}`)).toEqual({
          kind: 'session',
          provider,
          id,
        })
        expect(parseAppLink(`sessiondeck://person?text=${escaped}`)).toEqual({ kind: 'person', text: id })
      }),
    )
  })

  it('gives nothing but what it knows, quickly, whatever it is given', () => {
    const part = fc.constantFrom(
      'sessiondeck:',
      '//',
      'session',
      'person',
      '/',
      '?text=',
      '%',
      '%00',
      '&',
      '#',
      'luaprot',
      'a',
    )
    const near = fc
      .array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 9 })))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary', maxLength: 2 * longestAppLink })), (address) => {
        const link = parseAppLink(address)
        if (link === null) return
        const value = link.kind === 'person' ? link.text : link.id
        expect(printable(value)).toBe(value)
        expect(value.length).toBeLessThanOrEqual(500)
        expect(address.startsWith('sessiondeck://')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('appLinkWord', () => {
  it('finds the link among what a second start was given', () => {
    const link = 'sessiondeck://person?text=a'
    expect(appLinkWord(['/opt/Sessiondeck/sessiondeck', '--allow-file-access', link])).toBe(link)
    expect(appLinkWord(['/opt/Sessiondeck/sessiondeck', '--demo'])).toBe(undefined)
  })
})
