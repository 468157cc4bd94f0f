import { appendFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { Diagnostics, logTail } from '../../../../../src/main/desktop/system/diagnostics'
import { createRedactor } from '../../../../../src/main/desktop/system/redact'
import type { WorkerThread } from '../../../../../src/main/desktop/threads/supervised-thread'
import type { ScopeHealth } from '../../../../../src/shared/health'
import { err, ok } from '../../../../../src/shared/result'
import { settingsSchema } from '../../../../../src/shared/settings'
import { temporaryFolder } from '../../../../harness/temporary-folder'

const folder = temporaryFolder()

/** What must not be in the text, whatever it was said in. */
const secrets = {
  key: 'sk-live-aaaabbbb',
  label: 'Wompus Hub',
  script: 'Autofarm Deluxe',
  template: 'Goodbye note',
  host: 'build.internal.example.org',
  user: 'wompus',
  group: 'Basement',
  hub: '4051000000000512',
  session: '97960123456789014793',
  ip: '203.0.113.7',
}

const account = {
  id: 'c0ffee00-0000-4000-8000-000000000001',
  provider: 'luaprot',
  label: secrets.label,
  baseUrl: 'https://own.example.com',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  scopes: [{ kind: 'hub', id: secrets.hub }],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
  headerNames: [],
  hasCredential: false,
} as const

const health: ScopeHealth = {
  key: `${account.id}/hub:${secrets.hub}`,
  accountId: account.id,
  scope: account.scopes[0],
  state: 'rate-limited',
  count: 14,
  lastSuccessAt: 1,
  lastAttemptAt: 2,
  nextAt: 3,
  sweep: null,
  unreadable: 2,
  gaps: [],
  notes: [],
  summary: `${secrets.label} asked us to wait.`,
  evidence: { asked: `GET /hub/${secrets.hub}`, at: 1, answer: `200, ${secrets.user}` },
  error: { kind: 'rate-limited', retryAfterMs: 1, message: `${secrets.label} asked us to wait.` },
}

const host = {
  id: 'h1',
  label: 'Build machine',
  group: secrets.group,
  host: secrets.host,
  port: 22,
  user: secrets.user,
  identityFiles: [],
  identitiesOnly: false,
  jumps: [],
  forwards: [],
  agentForwarding: false,
  keepAliveSeconds: 30,
  logOutput: false,
  managed: false,
}

function diagnostics(logFile: string, answers = true): Diagnostics {
  return new Diagnostics({
    versions: ['Sessiondeck 0.1.0, installed'],
    keeper: {
      view: () => ({
        accounts: [{ ...account, scopes: [...account.scopes], headerNames: [] }],
        settings: settingsSchema.parse({
          presentation: true,
          scriptLabels: { [`${account.id}/1`]: secrets.script },
          messageTemplates: [{ id: 't', name: secrets.template, message: { kind: 'text', text: 'Bye' } }],
        }),
        keychain: 'available',
        kind: 'own',
        problem: null,
      }),
    },
    control: { state: () => ({ paused: true, mutedUntil: 5, restarting: false }) },
    watch: {
      request: (async () =>
        answers ? ok([health]) : err({ kind: 'internal', message: 'no' })) as WorkerThread['request'],
    },
    live: () => 1_312,
    hosts: () => [host],
    terminals: () => 2,
    logFile,
    redact: createRedactor(() => [secrets.key]),
    folders: { app: '/opt/sessiondeck', data: folder(), home: '/home/wompus' },
  })
}

describe('diagnostics', () => {
  it('tell how it stands in states, kinds and counts', async () => {
    const text = await diagnostics(folder()).text(Date.UTC(2026, 10, 28))
    expect(text).toContain('Sessiondeck diagnostics, 2026-11-28T00:00:00.000Z')
    expect(text).toContain('Sessiondeck 0.1.0, installed')
    expect(text).toContain('Sessions live: 1,312')
    expect(text).toContain('SSH hosts saved: 1; terminals open: 2')
    expect(text).toContain('Watching: paused, notifications muted, every 10 s')
    expect(text).toContain(
      '1. LuaProt: on; its key is missing; hub rate limited (rate limited), 14 sessions, 2 unreadable',
    )
    expect(text).toContain('(nothing)')
  })

  it('say that watching does not answer', async () => {
    const text = await diagnostics(folder(), false).text(0)
    expect(text).toContain('their health is not known: watching does not answer')
  })

  it('name nobody and nothing of the person’s, also where the log does', async () => {
    const file = folder()
    const lines = Object.values(secrets).map((secret) => `[warn] about ${secret}, said ${secret}.`)
    await writeFile(file, [...lines, `on ${hostname()}`, '/home/wompus/My Keys/id_x: denied'].join('\n'))
    const text = await diagnostics(file).text(0)
    for (const secret of [...Object.values(secrets), hostname(), 'My Keys', '4793', '/home'])
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(text).toContain('[warn] about [name], said [name].')
  })
})

describe('the end of the log', () => {
  it('is its last lines, each whole', async () => {
    const file = folder()
    await writeFile(file, `${'x'.repeat(100)}\n`.repeat(1_000))
    await appendFile(file, Array.from({ length: 150 }, (_, index) => `line ${index}\n`).join(''))
    const lines = (await logTail(file)).split('\n')
    expect(lines).toHaveLength(200)
    expect(lines.at(-1)).toBe('line 149')
    expect(lines[0]).toBe('x'.repeat(100))
  })

  it('is empty where nothing was logged', async () => {
    expect(await logTail(folder())).toBe('')
  })
})
