import { Terminal } from '@xterm/xterm'
import { beforeEach, expect, it } from 'vitest'
import { boundLinks } from '../../../../../../src/renderer/features/terminal/view/marked-links'
import {
  insideOf,
  type MarkedLinks,
} from '../../../../../../src/renderer/features/terminal/view/xterm-inside'

let terminal: Terminal
let links: MarkedLinks

beforeEach(() => {
  terminal = new Terminal({ cols: 20, rows: 5, scrollback: 20_000, allowProposedApi: true })
  const inside = insideOf(terminal)
  if (!inside) throw new Error('this xterm is made otherwise')
  ;({ links } = inside)
  boundLinks(links)
})

const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve))
const link = (address: string, id = '') => `\x1b]8;${id && `id=${id}`};${address}\x07x\x1b]8;;\x07`

it('remembers where links lead, and the same one by its name', async () => {
  await print(
    `${link('https://a.example/')}${link('https://b.example/', 'b')}${link('https://b.example/', 'b')}`,
  )
  expect(links.getLinkData(1)).toEqual({ id: undefined, uri: 'https://a.example/' })
  expect(links.getLinkData(2)).toEqual({ id: 'b', uri: 'https://b.example/' })
  expect(links.getLinkData(3)).toBeUndefined()
})

it('forgets the oldest of very many, and marks no line', async () => {
  await print(`${link('https://a.example/')}\r\n`.repeat(6_000))
  expect(links.getLinkData(1)).toBeUndefined()
  expect(links.getLinkData(1_000)).toBeUndefined()
  expect(links.getLinkData(1_001)).toBeDefined()
  expect(links.getLinkData(6_000)).toBeDefined()
  expect(terminal.markers).toEqual([])
})

it('takes no address that is longer than any', async () => {
  await print(link(`https://a.example/${'a'.repeat(10_000)}`))
  expect(links.getLinkData(1)).toBeUndefined()
})
