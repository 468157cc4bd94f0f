import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  actionsOfIdentity,
  actionsOfSession,
  searchActions,
  writeActions,
} from '../../../../../src/main/watch/history/action-store'
import { listBatches, messagesOfBatch, writeBatch } from '../../../../../src/main/watch/history/batch-store'
import { Database } from '../../../../../src/main/watch/history/database'
import { History } from '../../../../../src/main/watch/history/history'
import { schemaVersion } from '../../../../../src/main/watch/history/migrations'
import { forgetOld, keptActions } from '../../../../../src/main/watch/history/retention'
import type { Action } from '../../../../../src/shared/action'
import type { LogQuery } from '../../../../../src/shared/action-log'
import type { Batch } from '../../../../../src/shared/bulk'
import { speak } from '../../../../../src/shared/text/speak'
import { loggedAction, wholeLog } from '../../../../harness/action-log'
import { temporaryFolder } from '../../../../harness/temporary-folder'

const newFile = temporaryFolder()
const day = 86_400_000
let nextId = 0
const action = (fields: Partial<Action> = {}) => loggedAction(`action ${nextId++}`, fields)

const batch = (fields: Partial<Batch> = {}): Batch => ({
  id: 'b1',
  kind: 'disconnect',
  label: '3 sessions',
  labelKind: 'count',
  reason: null,
  requestedAt: 1_000,
  state: 'running',
  counts: { total: 4, planned: 2, sending: 1, done: 1, failed: 0, unknown: 0, unsent: 0 },
  remainingMs: 2_000,
  disconnectAt: 5,
  ...fields,
})

function open(file = newFile(), now = 10 * day) {
  const warnings: string[] = []
  const history = new History({ file, now: () => now, warn: (line) => warnings.push(line) })
  const write = (...actions: Action[]) =>
    history.use((database) =>
      writeActions(
        database,
        actions.map((each) => ({ action: each })),
      ),
    )
  const search = (query: Partial<LogQuery> = {}) =>
    history.use((database) => searchActions(database, { ...wholeLog, ...query }))
  return { history, file, warnings, write, search }
}

afterEach(() => speak('en'))

describe('the file', () => {
  it('is for its owner only, and keeps what was written', () => {
    const t = open()
    const written = action()
    t.write(written)
    for (const name of [t.file, `${t.file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600)
    t.history.close()
    expect(open(t.file).search().actions).toEqual([written])
  })

  describe('while it is open', () => {
    const onDisk = (file: string) =>
      open(file)
        .search()
        .actions.map(({ id }) => id)

    it.each([
      ['the file and its journal', ['', '-wal', '-shm']],
      ['the file alone', ['']],
    ])('%s deleted: a new one is begun, said, and takes what comes', (_, endings) => {
      const t = open()
      t.write(action({ id: 'before' }))
      for (const ending of endings) rmSync(`${t.file}${ending}`)
      t.write(action({ id: 'after' }))
      t.write(action({ id: 'later' }))
      expect(onDisk(t.file).sort()).toEqual(['after', 'later'])
      expect(t.history.problem).toContain('was deleted')
      expect(t.warnings).toEqual([t.history.problem])
    })

    it('its folder deleted: both are made anew', () => {
      const folder = `${newFile()}-folder`
      const t = open(path.join(folder, 'history.db'))
      t.write(action({ id: 'before' }))
      rmSync(folder, { recursive: true })
      t.write(action({ id: 'after' }))
      expect(onDisk(t.file)).toEqual(['after'])
    })

    it('another put in its place: it goes on there', () => {
      const other = open()
      other.write(action({ id: 'other' }))
      const copy = newFile()
      other.history.use((database) => database.run('VACUUM INTO ?', [copy]))
      const t = open()
      t.write(action({ id: 'before' }))
      renameSync(copy, t.file)
      t.write(action({ id: 'after' }))
      expect(t.search().total).toBe(2)
      expect(onDisk(t.file).sort()).toEqual(['after', 'other'])
      expect(t.history.problem).toContain('was replaced')
    })

    it('only its journal deleted: nothing is lost', () => {
      const t = open()
      t.write(action({ id: 'before' }))
      rmSync(`${t.file}-wal`)
      t.write(action({ id: 'after' }))
      expect(onDisk(t.file).sort()).toEqual(['after', 'before'])
      expect(t.history.problem).toBeNull()
    })

    it('another program’s lock does not hold up the thread', () => {
      const t = open()
      t.write(action({ id: 'before' }))
      const other = new Database(t.file)
      other.script('BEGIN IMMEDIATE')
      const startedMs = performance.now()
      expect(() => t.write(action())).toThrow(/locked/)
      expect(performance.now() - startedMs).toBeLessThan(1_000)
      expect(t.search().total).toBe(1)
      other.script('COMMIT')
      other.close()
      t.write(action({ id: 'after' }))
      expect(onDisk(t.file).sort()).toEqual(['after', 'before'])
    })
  })

  it('locked by another program from the start says so until it can be opened, in any language', async () => {
    const file = newFile()
    const other = new Database(file)
    other.script('BEGIN IMMEDIATE')
    const t = open(file)
    expect(() => t.write(action())).toThrow(/locked/)
    expect(t.history.problem).toContain('Another program')
    await speak('de')
    expect(t.history.problem).toContain('Ein anderes Programm')
    other.script('COMMIT')
    other.close()
    t.write(action())
    expect(t.history.problem).toBeNull()
  })

  it('is not opened again for what comes after the end', () => {
    const t = open()
    t.write(action())
    t.history.close()
    expect(() => t.write(action())).toThrow()
    expect(open(t.file).search().total).toBe(1)
  })

  it('has no excerpt of a script that a service quoted, and no endless answer', () => {
    const t = open()
    const quoted = {
      kind: 'refused',
      status: 400,
      code: 2,
      details: '{"parser_output":"near SOURCE"}',
    } as const
    t.write(
      action({ outcome: { kind: 'failed', error: { ...quoted, message: 'Not parsed.' } } }),
      action({ outcome: { kind: 'answered', response: JSON.stringify('long '.repeat(5_000)) } }),
    )
    const outcomes = t.search().actions.map(({ outcome }) => outcome)
    expect(outcomes).toContainEqual({
      kind: 'failed',
      error: { ...quoted, details: '', message: 'Not parsed.' },
    })
    expect(JSON.stringify(outcomes).length).toBeLessThan(12_000)
    expect(readFileSync(`${t.file}-wal`, 'utf8')).not.toContain('near SOURCE')
  })

  it('that is no database is kept aside, said once, and a new one begun', () => {
    const file = newFile()
    writeFileSync(file, 'not a database '.repeat(100))
    const t = open(file)
    t.write(action())
    expect(t.search().total).toBe(1)
    expect(t.warnings).toEqual([expect.stringContaining('was damaged')])
    expect(t.history.problem).toBe(t.warnings[0])
    const [kept = ''] = readdirSync(path.dirname(file)).filter((name) =>
      name.startsWith(`${path.basename(file)}.broken-`),
    )
    expect(t.history.problem).toContain(kept)
    expect(readFileSync(path.join(path.dirname(file), kept), 'utf8')).toContain('not a database')
  })

  it('whose pages are overwritten while it is in use is kept aside as well', () => {
    const t = open()
    for (let count = 0; count < 300; count += 1) t.write(action({ sent: 'x'.repeat(90) }))
    t.history.use((database) => database.all('PRAGMA wal_checkpoint(TRUNCATE)'))
    t.history.close()
    const bytes = readFileSync(t.file)
    writeFileSync(t.file, Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0x5a)]))
    const after = open(t.file)
    after.write(action({ target: 'Later' }))
    expect(after.search().actions).toMatchObject([{ target: 'Later' }])
    expect(after.history.problem).toContain('was damaged')
  })

  it('of the first release gets what came since, and keeps what it has', () => {
    const t = open()
    t.write(action({ id: 'old', target: 'Ｗｏｍｐｕｓ Straße' }))
    t.history.use((database) => writeBatch(database, batch({ state: 'done' })))
    t.history.use((database) =>
      database.run('UPDATE actions SET haystack = ?', ['Ｗｏｍｐｕｓ Straße'.toLowerCase()]),
    )
    t.history.use((database) =>
      database.script(
        'DROP INDEX actions_by_session; ALTER TABLE batches DROP COLUMN messages; PRAGMA user_version = 1',
      ),
    )
    t.history.close()
    const { history, search } = open(t.file)
    expect(search({ text: 'wompus STRASSE' }).actions).toMatchObject([{ id: 'old' }])
    expect(history.use((database) => actionsOfSession(database, 'a1:1'))).toMatchObject([{ id: 'old' }])
    expect(history.use((database) => messagesOfBatch(database, 'b1'))).toEqual([])
    expect(history.use(listBatches)).toMatchObject([{ id: 'b1' }])
  })

  it.each([1_001, 2_400, 5_000])(
    'of a release that kept foreign JSON %i levels deep is repaired',
    (levels) => {
      const t = open()
      const ids = ['deep', 'cut', 'flat', 'refused', 'broken']
      t.write(...ids.map((id) => action({ id })))
      const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`
      const refusal = {
        kind: 'refused',
        status: 400,
        code: 2,
        message: 'No.',
        details: { parser_output: 'x' },
      }
      const outcomes: Record<string, string> = {
        deep: `{"kind":"answered","response":${nested}}`,
        cut: '{"kind":"answered","response":"{\\"a\\":1…"}',
        flat: '{"kind":"answered","response":{"a":1}}',
        refused: JSON.stringify({ kind: 'failed', error: refusal }),
        broken: '{"kind":"answered","respon',
      }
      t.history.use((database) => {
        for (const [id, outcome] of Object.entries(outcomes))
          database.run(`UPDATE actions SET outcome = ?, outcome_kind = ? WHERE id = ?`, [
            outcome,
            id === 'refused' ? 'failed' : 'answered',
            id,
          ])
        database.script('PRAGMA user_version = 3')
      })
      t.history.close()
      const { actions } = open(t.file).search()
      const found = Object.fromEntries(actions.map(({ id, outcome }) => [id, outcome]))
      expect(found).toEqual({
        deep: { kind: 'answered', response: expect.stringMatching(/^\[{100}"…"\]{100}$/) },
        cut: { kind: 'answered', response: '{"a":1…' },
        flat: { kind: 'answered', response: '{"a":1}' },
        refused: { kind: 'failed', error: { ...refusal, details: '' } },
        broken: {
          kind: 'unknown',
          error: { kind: 'internal', message: expect.stringContaining('cannot be read') },
        },
      })
      // As a page goes to the window.
      expect(structuredClone(actions)).toEqual(actions)
    },
  )

  it('of a release that did not say what a label is gets it from the label', () => {
    const t = open()
    t.history.use((database) => {
      for (const [id, label] of [
        ['named', 'Hub One'],
        ['counted', '1,204 sessions'],
        ['one', '1 session'],
      ] as const) {
        const { labelKind: _, ...before } = batch({ id, label, state: 'done' })
        database.run('INSERT INTO batches (id, requested_at, ended, batch) VALUES (?, ?, ?, ?)', [
          id,
          1,
          true,
          JSON.stringify(before),
        ])
      }
      database.script('PRAGMA user_version = 5')
    })
    t.history.close()
    const kinds = open(t.file)
      .history.use(listBatches)
      .map(({ id, labelKind }) => [id, labelKind])
    expect(Object.fromEntries(kinds)).toEqual({ named: 'name', counted: 'count', one: 'count' })
  })

  it('that holds damaged records shows what is left of them, and all others', () => {
    const t = open()
    t.write(action({ id: 'good', requestedAt: 3 }), action({ id: 'odd', requestedAt: 2, batchId: 'b1' }))
    t.history.use((database) => {
      writeBatch(database, batch())
      writeBatch(database, batch({ id: 'b2' }))
      database.run(`UPDATE actions SET kind = 'dance', provider = 'nobody', outcome = 'x' WHERE id = 'odd'`)
      database.run(`UPDATE batches SET batch = '{' WHERE id = 'b1'`)
    })
    const read = (from: ReturnType<typeof open>) => {
      const [good, odd] = from.search().actions
      expect([good?.id, good?.outcome.kind]).toEqual(['good', 'delivered'])
      expect(odd).toMatchObject({ id: 'odd', target: 'Wompus', requestedAt: 2, outcome: { kind: 'unknown' } })
      expect(from.history.use((database) => actionsOfSession(database, 'a1:1'))).toHaveLength(2)
      expect(from.history.use(listBatches).map(({ id }) => id)).toEqual(['b2'])
    }
    read(t)
    t.history.close()
    // Nor does a bulk action that cannot be read keep the file from being opened.
    read(open(t.file))
  })

  it('of a newer release is left alone', () => {
    const file = newFile()
    const newer = new Database(file)
    newer.script(`PRAGMA user_version = ${schemaVersion + 1}`)
    newer.close()
    const t = open(file)
    expect(() => t.write(action())).toThrow()
    expect(t.history.problem).toContain('newer')
    expect(existsSync(file)).toBe(true)
    expect(
      readdirSync(path.dirname(file)).filter((name) => name.startsWith(`${path.basename(file)}.`)),
    ).toEqual([])
  })

  it('holds nothing that tells a person apart but the name', () => {
    const t = open()
    const secrets = ['KEY-9f31', '281474976710656', 'hwid-abcdef', 'job-1234']
    t.history.use((database) => writeActions(database, [{ action: action(), identities: secrets }]))
    const files = [t.file, `${t.file}-wal`].map((name) => readFileSync(name, 'latin1').toLowerCase())
    for (const secret of secrets) {
      expect(files.filter((text) => text.includes(secret.toLowerCase()))).toEqual([])
      expect(
        t.history.use((database) => actionsOfIdentity(database, [` ${secret.toLowerCase()} `])),
      ).toHaveLength(1)
    }
    expect(files.some((text) => text.includes('wompus'))).toBe(true)
  })

  it('takes truth values and nothings without harm', () => {
    const database = new Database(newFile())
    database.script('CREATE TABLE t (a, b)')
    database.run('INSERT INTO t VALUES (?, ?)', [true, null])
    expect(database.all('SELECT a, b FROM t')).toEqual([{ a: 1, b: null }])
    expect(database.number('SELECT count(*) FROM t WHERE b IS ?', [null])).toBe(1)
  })

  it('keeps all of a transaction or nothing', () => {
    const t = open()
    const twice = [action({ target: 'First' }), action({ target: 'Second', requestedAt: Number.NaN })]
    expect(() => t.write(...twice)).toThrow()
    expect(t.search().actions).toEqual([])
    t.write(action({ target: 'Third' }))
    expect(t.search().actions).toMatchObject([{ target: 'Third' }])
  })
})

describe('what an earlier run left in the middle', () => {
  it('reads as it is: unknown, never sent, interrupted', () => {
    const t = open()
    t.write(
      action({ id: 'sending', batchId: 'b1', outcome: { kind: 'sending' } }),
      action({ id: 'accepted', batchId: 'b1', kind: 'disconnect', outcome: { kind: 'accepted' } }),
      action({ id: 'planned', batchId: 'b1', outcome: { kind: 'planned' } }),
      action({ id: 'done', batchId: 'b1' }),
    )
    t.history.use((database) => writeBatch(database, batch()))
    t.history.use((database) => writeBatch(database, batch({ id: 'b2', state: 'done' })))
    t.history.close()
    const after = open(t.file)
    const outcomes = Object.fromEntries(after.search().actions.map(({ id, outcome }) => [id, outcome]))
    expect(outcomes).toEqual({
      sending: {
        kind: 'unknown',
        error: { kind: 'outcome-unknown', message: expect.stringContaining('ended') },
      },
      accepted: {
        kind: 'unknown',
        error: { kind: 'outcome-unknown', message: expect.stringContaining('accepted') },
      },
      planned: { kind: 'unsent', reason: expect.stringContaining('ended') },
      done: { kind: 'delivered' },
    })
    const batches = after.history.use(listBatches)
    expect(batches.find(({ id }) => id === 'b1')).toMatchObject({
      state: 'interrupted',
      counts: { total: 4, planned: 0, sending: 0, done: 1, failed: 0, unknown: 2, unsent: 1 },
      remainingMs: null,
      disconnectAt: null,
    })
    expect(batches.find(({ id }) => id === 'b2')?.state).toBe('done')
  })

  it.each([0, 1])(
    'reads as not sent where it ended after %i of the plan was recorded: nothing leaves before all is',
    (recorded) => {
      const t = open()
      const counts = { total: 3, planned: 3, sending: 0, done: 0, failed: 0, unknown: 0, unsent: 0 }
      t.history.use((database) => writeBatch(database, batch({ counts })))
      for (let index = 0; index < recorded; index += 1)
        t.write(action({ batchId: 'b1', outcome: { kind: 'planned' } }))
      t.history.close()
      const after = open(t.file)
      expect(after.history.use(listBatches)).toMatchObject([
        { state: 'interrupted', counts: { total: 3, planned: 0, sending: 0, unsent: 3 } },
      ])
      expect(after.search({ batchId: 'b1' }).actions.map(({ outcome }) => outcome.kind)).toEqual(
        Array.from({ length: recorded }, () => 'unsent'),
      )
    },
  )
})

describe('a search', () => {
  it('finds every word, in any case, in target, account, text and reason', () => {
    const t = open()
    t.write(
      action({ id: 'a', target: 'ÄRGER' }),
      action({ id: 'b', reason: 'Cheating again' }),
      action({ id: 'c', accountLabel: 'Second Hub', sent: '100 % _sure_' }),
    )
    const found = (text: string) => t.search({ text }).actions.map(({ id }) => id)
    expect(found('ärger')).toEqual(['a'])
    expect(found('A\u0308rger')).toEqual(['a'])
    expect(found('ＡＧＡＩＮ')).toEqual(['b'])
    expect(found('AGAIN wompus')).toEqual(['b'])
    expect(found('again second')).toEqual([])
    expect(found('% _')).toEqual(['c'])
    expect(found('  ')).toHaveLength(3)
    expect(found('\u200b')).toHaveLength(3)
    expect(found("'; DROP TABLE actions; --")).toEqual([])
    expect(found('hub')).toHaveLength(3)
  })

  it('narrows by kind, account, outcome, batch and time, and by what the human is known by', () => {
    const t = open()
    t.write(
      action({ id: 'a', kind: 'disconnect', requestedAt: 1 }),
      action({ id: 'b', accountId: 'a2', requestedAt: 2 }),
      action({ id: 'c', outcome: { kind: 'gone', afterMs: 5 }, requestedAt: 3 }),
    )
    t.history.use((database) =>
      writeActions(database, [
        { action: action({ id: 'd', batchId: 'b1', requestedAt: 4 }), identities: ['My Key'] },
      ]),
    )
    const found = (query: Partial<LogQuery>) => t.search(query).actions.map(({ id }) => id)
    expect(found({ kinds: ['disconnect'] })).toEqual(['a'])
    expect(found({ accountId: 'a2' })).toEqual(['b'])
    expect(found({ outcomes: ['gone', 'back'] })).toEqual(['c'])
    expect(found({ batchId: 'b1' })).toEqual(['d'])
    expect(found({ from: 2, to: 4 })).toEqual(['c', 'b'])
    expect(found({ text: 'my KEY' })).toEqual(['d'])
    expect(found({ text: 'ｍｙ\u200b key' })).toEqual(['d'])
  })

  it('comes in pages, newest first, each action once, counted once', () => {
    const t = open()
    t.write(...Array.from({ length: 25 }, (_, index) => action({ id: `p${index}`, requestedAt: index >> 2 })))
    const ids: string[] = []
    let before: LogQuery['before'] = null
    do {
      const page = t.search({ before, limit: 10 })
      expect(page.total).toBe(before === null ? 25 : null)
      ids.push(...page.actions.map(({ id }) => id))
      before = page.next
    } while (before)
    expect(ids).toEqual(Array.from({ length: 25 }, (_, index) => `p${24 - index}`))
  })
})

describe('retention', () => {
  const copies = (file: string) =>
    readdirSync(path.dirname(file)).filter(
      (name) => name.startsWith(`${path.basename(file)}.before-`) && !/-(wal|shm)$/.test(name),
    )
  const noCopy = () => {
    throw new Error('a copy was asked for')
  }
  /** So many actions, one a day up to `newest`, epoch ms. */
  const daily = (count: number, newest: number) =>
    Array.from({ length: count }, (_, index) => action({ requestedAt: newest - index * day }))

  it('forgets what is more than a year older than the newest, with its hashes', () => {
    const t = open()
    t.history.use((database) =>
      writeActions(database, [
        { action: action({ id: 'old', requestedAt: 34 * day }), identities: ['key'] },
        { action: action({ id: 'young', requestedAt: 36 * day }) },
        { action: action({ id: 'newest', requestedAt: 400 * day }) },
      ]),
    )
    t.history.use((database) => writeBatch(database, batch({ state: 'done' })))
    t.history.use((database) => forgetOld(database, 401 * day, noCopy))
    expect(t.search().actions.map(({ id }) => id)).toEqual(['newest', 'young'])
    expect(t.history.use((database) => database.number('SELECT count(*) FROM identities'))).toBe(0)
    expect(t.history.use(listBatches)).toEqual([])
  })

  it.each([
    ['ahead', 800 * day],
    ['behind', 0],
  ])('erases nothing at a start whose clock is far %s', (_how, now) => {
    const t = open()
    t.write(...daily(300, 400 * day))
    t.history.close()
    const wrong = open(t.file, now)
    expect(wrong.search().total).toBe(300)
    expect(copies(t.file)).toEqual([])
  })

  it('keeps the log as it was before it forgets much of it: the newest may be of a clock that was ahead', () => {
    const t = open()
    t.write(...daily(100, 400 * day), action({ id: 'ahead', requestedAt: 900 * day }))
    t.history.close()
    const later = open(t.file, 901 * day)
    expect(later.search().actions.map(({ id }) => id)).toEqual(['ahead'])
    const [name = ''] = copies(t.file)
    const copy = path.join(path.dirname(t.file), name)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(later.history.problem).toContain(`The log as it was is kept as ${name}`)
    expect(later.warnings).toEqual([later.history.problem])
    expect(open(copy, 400 * day).search({ to: 500 * day }).total).toBe(100)
  })

  it('makes no copy of the few that grow too old from one start to the next', () => {
    const t = open()
    t.write(...daily(20, 30 * day), ...daily(5, 400 * day))
    t.history.close()
    expect(open(t.file, 400 * day).search().total).toBe(5)
    expect(copies(t.file)).toEqual([])
  })

  it('forgets nothing for its age where it cannot be copied first, and goes on', () => {
    const t = open()
    t.history.use((database) => {
      writeActions(
        database,
        [...daily(100, 30 * day), action({ requestedAt: 500 * day })].map((each) => ({ action: each })),
      )
      forgetOld(database, 500 * day, () => false)
    })
    expect(t.search().total).toBe(101)
  })

  it('keeps the newest where there are too many, and whatever has no outcome yet', () => {
    const t = open()
    t.history.use((database) => {
      writeActions(database, [
        { action: action({ id: 'planned', requestedAt: 0, outcome: { kind: 'planned' } }) },
        { action: action({ id: 'oldest', requestedAt: 1 }) },
      ])
      database.script(`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= ${keptActions})
        INSERT INTO actions (id, kind, account_id, account_label, provider, target, requested_at, outcome_kind, outcome, haystack)
        SELECT 'n' || i, 'message', 'a1', 'Hub', 'luaprot', 'x', i, 'delivered', '{"kind":"delivered"}', 'x' FROM n`)
      forgetOld(database, 10, noCopy)
    })
    expect(t.search({ limit: 1 }).total).toBe(keptActions + 1)
    expect(t.search({ to: 3 }).actions.map(({ id }) => id)).toEqual(['n2', 'planned'])
  })

  it('keeps what is not over, however old and many', () => {
    const t = open()
    const outcomes = [
      { kind: 'planned' },
      { kind: 'sending' },
      { kind: 'accepted' },
      { kind: 'delivered' },
    ] as const
    t.history.use((database) => {
      writeActions(
        database,
        [
          ...outcomes.map((outcome) => action({ id: outcome.kind, requestedAt: 1, outcome })),
          action({ id: 'newest', requestedAt: 400 * day }),
        ].map((each) => ({ action: each })),
      )
      forgetOld(database, 400 * day, noCopy)
    })
    expect(t.search().actions.map(({ id }) => id)).toEqual(['newest', 'accepted', 'sending', 'planned'])
  })
})
