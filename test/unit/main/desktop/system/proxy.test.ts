import { expect, it } from 'vitest'
import { proxyUrl, resolveProxies } from '../../../../../src/main/desktop/system/proxy'

it.each([
  ['DIRECT', null, []],
  ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128', []],
  ['HTTPS proxy.example:443', 'https://proxy.example:443', []],
  ['SOCKS5 a:1080; PROXY b:3128', 'socks5://a:1080', []],
  ['SOCKS a:1080; PROXY b:3128', 'http://b:3128', ['SOCKS']],
  ['SOCKS a:1080', null, ['SOCKS']],
  ['', null, []],
])('reads %j', (answer, url, unsupported) => {
  const heard: string[] = []
  expect(proxyUrl(answer, (kind) => heard.push(kind))).toBe(url)
  expect(heard).toEqual(unsupported)
})

it('asks with the origin only and goes direct where nothing answers', async () => {
  const asked: string[] = []
  const proxies = await resolveProxies(
    [
      { id: 'a', baseUrl: 'https://a.example/secret/path' },
      { id: 'b', baseUrl: 'https://b.example' },
      { id: 'c', baseUrl: 'https://c.example' },
    ],
    async (url) => {
      asked.push(url)
      if (url.includes('c.')) throw new Error('no proxy service')
      return url.includes('a.') ? 'PROXY p:1' : 'DIRECT'
    },
    () => {},
  )
  expect(proxies).toEqual({ a: 'http://p:1' })
  expect(asked).toEqual(['https://a.example', 'https://b.example', 'https://c.example'])
})
