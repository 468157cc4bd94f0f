import { describe, expect, it } from 'vitest'
import { createTerminalPrompts } from '../../../../../src/main/desktop/threads/terminal-prompts'
import type { Secret } from '../../../../../src/main/settings/vault'
import { ok } from '../../../../../src/shared/result'
import type { TerminalPrompt } from '../../../../../src/shared/terminal'

type Secrets = Extract<TerminalPrompt, { kind: 'secrets' }>

const password: Secrets = {
  kind: 'secrets',
  id: 'p1',
  terminalId: 't',
  title: 'Password',
  instructions: '',
  fields: [{ label: 'Password', hidden: true }],
  rememberAs: 'password:me@host',
  retry: false,
}
const name = 'terminal:password:me@host'

function setUp({
  kept,
  keychain = 'available',
}: {
  kept?: string
  keychain?: 'available' | 'unavailable'
} = {}) {
  const secrets = new Map<string, Secret>()
  if (kept !== undefined) secrets.set(name, { credential: kept, headers: {} })
  const storages: string[] = []
  const resolved: unknown[] = []
  const shown: string[] = []
  const hidden: string[] = []
  const waiting: number[] = []
  const prompts = createTerminalPrompts({
    vault: {
      askKeychain: async () => keychain,
      read: (id) => ok(secrets.get(id) ?? null),
      async write(id, secret, storage) {
        storages.push(storage)
        secrets.set(id, secret)
        return ok(undefined)
      },
      async remove(id) {
        secrets.delete(id)
      },
    },
    async resolve(answer) {
      resolved.push(answer)
      return ok(undefined)
    },
    show: ({ id }) => void shown.push(id),
    hide: (id) => void hidden.push(id),
    onWaiting: (count) => void waiting.push(count),
  })
  return { prompts, secrets, storages, resolved, shown, hidden, waiting }
}

describe('a question', () => {
  it('is counted while it waits for the person, and not where the vault answers', () => {
    const { prompts, waiting } = setUp({ kept: 'secret' })
    prompts.asked(password)
    expect(waiting).toEqual([])
    prompts.done('p1')
    prompts.asked({ ...password, id: 'p2', rememberAs: null })
    prompts.asked({ ...password, id: 'p3', terminalId: 'u', rememberAs: null })
    prompts.done('p2')
    expect(waiting).toEqual([1, 2, 1])
    prompts.forgetAll()
    expect(waiting.at(-1)).toBe(0)
  })

  it('goes to the person, and the answer to the thread', async () => {
    const { prompts, secrets, resolved, shown, hidden } = setUp()
    prompts.asked(password)
    expect(shown).toEqual(['p1'])
    await prompts.answer({ promptId: 'p1', answers: ['secret'], remember: false })
    prompts.done('p1')
    expect(resolved).toEqual([{ promptId: 'p1', answers: ['secret'] }])
    expect(hidden).toEqual(['p1'])
    expect(secrets.size).toBe(0)
  })

  it.each([
    ['available', 'keychain'],
    ['unavailable', 'memory'],
  ] as const)('is remembered where the person wishes so (keychain %s)', async (keychain, storage) => {
    const { prompts, secrets, storages } = setUp({ keychain })
    prompts.asked(password)
    await prompts.answer({ promptId: 'p1', answers: ['secret'], remember: true })
    expect(secrets.get(name)?.credential).toBe('secret')
    expect(storages).toEqual([storage])
  })

  it.each([
    { name: 'whose answer must not be kept', prompt: { ...password, rememberAs: null }, answers: ['secret'] },
    { name: 'that the person gave up', prompt: password, answers: null },
    { name: 'that was answered with nothing', prompt: password, answers: [''] },
  ])('is not remembered: one $name', async ({ prompt, answers }) => {
    const { prompts, secrets } = setUp()
    prompts.asked(prompt)
    await prompts.answer({ promptId: 'p1', answers, remember: true })
    expect(secrets.size).toBe(0)
  })

  it('that nobody asked is not remembered', async () => {
    const { prompts, secrets } = setUp()
    await prompts.answer({ promptId: 'p1', answers: ['secret'], remember: true })
    expect(secrets.size).toBe(0)
  })
})

describe('a remembered answer', () => {
  it('is given once an attempt, unseen by the window', () => {
    const { prompts, resolved, shown, hidden } = setUp({ kept: 'secret' })
    prompts.asked(password)
    // A page attached before the answer arrived: the thread repeats its question.
    prompts.asked(password)
    prompts.done('p1')
    expect([resolved, shown, hidden]).toEqual([[{ promptId: 'p1', answers: ['secret'] }], [], []])
    prompts.asked({ ...password, id: 'p2' })
    expect(shown).toEqual(['p2'])
    const terminal = { id: 't', target: { kind: 'ssh', hostId: 'h' }, label: '', sessionKey: null } as const
    prompts.changed({ ...terminal, state: { kind: 'waiting' } })
    prompts.asked({ ...password, id: 'p3' })
    expect(shown).toEqual(['p2', 'p3'])
    prompts.changed({ ...terminal, state: { kind: 'lost', reason: '', retryAt: 1 } })
    prompts.asked({ ...password, id: 'p4' })
    expect(resolved.at(-1)).toEqual({ promptId: 'p4', answers: ['secret'] })
  })

  it('is forgotten when it was wrong', () => {
    const { prompts, secrets, shown } = setUp({ kept: 'wrong' })
    prompts.asked({ ...password, retry: true })
    expect(secrets.size).toBe(0)
    expect(shown).toEqual(['p1'])
  })

  it('does not answer several questions, nor one about a host key', () => {
    const { prompts, resolved } = setUp({ kept: 'secret' })
    prompts.asked({ ...password, fields: [...password.fields, { label: 'Code', hidden: false }] })
    prompts.asked({
      kind: 'host-key',
      id: 'p2',
      terminalId: 't',
      host: 'h',
      keyType: 'ssh-ed25519',
      fingerprint: 'SHA256:x',
      otherTypesKnown: [],
    })
    expect(resolved).toEqual([])
  })
})

it('takes every open question off the screen when the thread died', () => {
  const { prompts, hidden } = setUp()
  prompts.asked(password)
  prompts.forgetAll()
  prompts.done('p1')
  expect(hidden).toEqual(['p1'])
})
