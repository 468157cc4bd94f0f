import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formRequest } from '../../../../../src/main/watch/providers/request-form'
import { curlCommand, withoutSecrets } from '../../../../../src/main/watch/requests/curl-command'
import { accountConfigSchema } from '../../../../../src/shared/account'

const account = accountConfigSchema.parse({
  id: 'a',
  provider: 'vsay',
  label: 'Ops',
  baseUrl: 'https://vsay.example/v1',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  credential: 'the-credential-itself',
  headers: { 'X-Gate': 'the-gate-itself', Token: 'another-gate' },
  scopes: [{ kind: 'organisation', id: '*' }],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
})
const env = { VSAY_TOKEN: 'tok $HOME `id` \'"\\', VSAY_X_GATE: 'gate', VSAY_TOKEN_2: 'other' }

/** What a real shell hands to curl. */
function argumentsOf(command: string): string[] {
  const stub = `curl() { printf '%s\\0' "$@"; }\n`
  const { stdout, stderr, status } = spawnSync('sh', ['-c', stub + command], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\0').slice(0, -1)
}

const valuesOf = (words: readonly string[], option: string) =>
  words.flatMap((word, index) => (words[index - 1] === option ? [word] : []))

describe('a request as a command line', () => {
  const command = (path: readonly string[], query: Record<string, string>, body?: unknown) => {
    const formed = formRequest(withoutSecrets(account), { method: 'POST', path, query, body })
    if (!formed) throw new Error('no path')
    return curlCommand('https://vsay.example', formed).command
  }

  it('holds no secret, but the names of the variables that do', () => {
    const text = command(['sessions'], {})
    expect(text).not.toMatch(/itself|another-gate/)
    const headers = valuesOf(argumentsOf(text), '--header')
    expect(headers).toContain(`authorization: Bearer ${env.VSAY_TOKEN}`)
    expect(headers).toContain('x-gate: gate')
    expect(headers).toContain('token: other')
  })

  it('names the variables that it needs', () => {
    const formed = formRequest(withoutSecrets(account), { method: 'GET', path: ['sessions'] })
    const { variables } = curlCommand('https://vsay.example', formed ?? expect.fail())
    expect(new Set(variables)).toEqual(new Set(Object.keys(env)))
  })

  it('reaches curl as it was formed, whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll('\0', ''))
    const tricky = fc.constantFrom(
      "'",
      `'"$HOME"'`,
      '`id`',
      '$(id)',
      '\\',
      '!!',
      '-n',
      '@file',
      '\n',
      "'\\''",
    )
    const value = fc.oneof(
      text,
      tricky,
      fc.tuple(text, tricky).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(value, value, value, (segment, search, said) => {
        const path = ['sessions', `s${segment}`]
        const words = argumentsOf(command(path, { search }, { said, nested: [said] }))
        const formed = formRequest(withoutSecrets(account), { method: 'POST', path, query: { search } })
        expect(words.slice(0, 3)).toEqual(['--globoff', '--request', 'POST'])
        expect(valuesOf(words, '--url')).toEqual([`https://vsay.example${formed?.path}`])
        expect(valuesOf(words, '--data-raw')).toEqual([JSON.stringify({ said, nested: [said] })])
        // Every word belongs to an option: nothing was split.
        expect(words).toHaveLength(3 + 2 * (Object.keys(formed?.headers ?? {}).length + 1) + 2 + 2)
      }),
      { numRuns: 120 },
    )
  })
})
