import path from 'node:path'
import type { Protocol } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import {
  contentSecurityPolicy,
  developmentPolicy,
  fileOf,
  pageAddress,
  servePage,
} from '../../../../../src/main/desktop/window/page'

const folder = path.resolve('renderer')

describe('fileOf', () => {
  it('finds a file of the page', () => {
    expect(fileOf('app://sessiondeck/assets/index-1.js?x#y', folder)).toBe(
      path.join(folder, 'assets', 'index-1.js'),
    )
  })

  it.each([
    'app://sessiondeck/..%2fmain/index.js',
    'app://sessiondeck/..%5cmain%5cindex.js',
    'app://sessiondeck/%2fetc/x.js/../../../../y.js/..%2f..%2f..%2f..%2fz.js',
    'app://sessiondeck/a%00.js',
    'app://sessiondeck/%',
    'app://sessiondeck/settings.json',
    'app://sessiondeck/',
    'app://other/index.html',
  ])('has nothing at %s', (url) => {
    expect(fileOf(url, folder)).toBeNull()
  })
})

it.each(['app://sessiondeck/../main/index.js', 'app://sessiondeck/%2e%2e/%2E%2E/main/index.js'])(
  'does not leave the folder for %s',
  (url) => {
    expect(fileOf(url, folder)).toBe(path.join(folder, 'main', 'index.js'))
  },
)

describe('servePage', () => {
  const headers = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' }

  /** What an Electron without sources answers. */
  function serve(request: { url: string; method: string }): unknown {
    const answer = vi.fn()
    const registerFileProtocol = vi.fn((_scheme: string, handler: (...args: unknown[]) => void) =>
      handler(request, answer),
    )
    servePage({ registerFileProtocol } as unknown as Protocol, folder)
    return answer.mock.calls[0]?.[0]
  }

  it('sends a file of the page with its policy', () => {
    expect(serve({ url: 'app://sessiondeck/index.html', method: 'GET' })).toMatchObject({
      path: path.join(folder, 'index.html'),
      headers,
    })
  })

  it.each([
    { url: 'app://sessiondeck/..%2fmain/index.js', method: 'GET' },
    { url: 'app://sessiondeck/index.html', method: 'POST' },
  ])('sends nothing for $method $url', (request) => {
    expect(serve(request)).toEqual({ error: -6 })
  })

  it('leaves it to Electron where that can: the folder, for our host alone', () => {
    const registerSource = vi.fn()
    servePage({ registerSource } as unknown as Protocol, folder)
    expect(registerSource).toHaveBeenCalledExactlyOnceWith('app', {
      routes: [
        {
          match: { host: 'sessiondeck' },
          source: expect.objectContaining({ root: folder, headers: expect.objectContaining(headers) }),
        },
      ],
    })
  })
})

describe('pageAddress', () => {
  it('owns its own origin only', () => {
    const page = pageAddress(undefined)
    expect(page.isOwn(page.url)).toBe(true)
    for (const url of ['app://sessiondeck.evil/', 'https://sessiondeck/', 'about:blank'])
      expect(page.isOwn(url)).toBe(false)
  })

  it('is the development server where there is one', () => {
    const page = pageAddress('http://localhost:5173')
    expect(page.isOwn('http://localhost:5173/index.html')).toBe(true)
    expect(page.isOwn('http://localhost:51730/')).toBe(false)
  })
})

describe('the policy', () => {
  it('allows no inline script, and no connection but to itself', () => {
    expect(contentSecurityPolicy).toContain("script-src 'self';")
    expect(contentSecurityPolicy).toContain("connect-src 'self';")
    expect(contentSecurityPolicy).not.toContain('unsafe-eval')
  })

  it('is wider for the development server alone', () => {
    const policy = developmentPolicy('http://localhost:5173')
    expect(policy).toContain("script-src 'self' 'unsafe-inline'")
    expect(policy).toContain("connect-src 'self' ws://localhost:5173")
  })
})
