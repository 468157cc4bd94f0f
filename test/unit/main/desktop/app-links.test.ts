import { describe, expect, it } from 'vitest'
import { AppLinks } from '../../../../src/main/desktop/app-links'

const address = 'sessiondeck://person?text=Wompus'
const link = { kind: 'person', text: 'Wompus' }

describe('AppLinks', () => {
  it('keeps a link that came before the window, and gives it once', () => {
    const links = new AppLinks()
    links.open(address)
    expect(links.take()).toEqual(link)
    expect(links.take()).toBe(null)
  })

  it('tells of one that comes later; the last one counts', () => {
    const links = new AppLinks()
    let told = 0
    links.onWaiting(() => {
      told += 1
    })
    links.open('sessiondeck://person?text=Somebody')
    links.open(address)
    expect(told).toBe(2)
    expect(links.take()).toEqual(link)
  })

  it('drops what is no link of ours', () => {
    const links = new AppLinks()
    let told = 0
    links.onWaiting(() => {
      told += 1
    })
    links.open(undefined)
    links.open('sessiondeck://disconnect/luaprot/1')
    expect(told).toBe(0)
    expect(links.take()).toBe(null)
  })
})
