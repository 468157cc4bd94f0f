import { expect, it, onTestFinished } from 'vitest'
import { detailsText, sessionsText } from '../../../../../src/renderer/features/export/session-export'
import type { DetailField, RosterRow } from '../../../../../src/shared/session'
import { speak } from '../../../../../src/shared/text/speak'

const row: RosterRow = {
  key: 'a1:7',
  accountId: 'a1',
  provider: 'luaauth',
  id: '7',
  userName: '=cmd()',
  robloxId: '99',
  userId: null,
  scriptId: null,
  machineId: null,
  machineName: null,
  placeId: null,
  universeId: null,
  jobId: 'job-7',
  userKey: 'secret-key',
  hwid: 'secret-hwid',
  ipAddress: '203.0.113.7',
  status: null,
  startedAt: 0,
  lastBeatAt: null,
  beatCount: -3,
  scopes: ['a1/script:s'],
  missedSince: null,
  disconnecting: null,
}
const facts = { accountLabels: new Map([['a1', 'Hub One']]), scriptNames: new Map(), scopes: new Map() }
const personal = ['secret-key', 'secret-hwid', '203.0.113.7']

it('writes every field of a session, personal ones only when they are asked for', () => {
  for (const format of ['csv', 'json'] as const) {
    const without = sessionsText([row], facts, { format, personal: false })
    const with_ = sessionsText([row], facts, { format, personal: true })
    for (const secret of personal) {
      expect(without).not.toContain(secret)
      expect(with_).toContain(secret)
    }
  }
  const csv = sessionsText([row], facts, { format: 'csv', personal: false }).split('\r\n')
  expect(csv[0]?.split(',').slice(0, 4)).toEqual(['\ufeffAccount', 'Service', 'Session ID', 'User'])
  expect(csv[1]).toContain(`Hub One,luaauth,"=""7""",'=cmd(),"=""99""",`)
  expect(csv[1]).toContain('1970-01-01T00:00:00.000Z')
  expect(csv[1]).toContain(',-3,live')
  expect(csv[0]?.split(',')).toHaveLength(csv[1]?.split(',').length ?? 0)
  const [json] = JSON.parse(sessionsText([row], facts, { format: 'json', personal: true }))
  expect(json).toMatchObject({ account: 'Hub One', userName: '=cmd()', beatCount: -3, hwid: 'secret-hwid' })
})

it('calls the columns the same in every language', async () => {
  const text = () => sessionsText([row], facts, { format: 'csv', personal: true })
  const english = text()
  onTestFinished(() => speak('en'))
  await speak('de')
  expect(text()).toBe(english)
})

it('writes the name of a script beside its id', () => {
  const named = { ...facts, scriptNames: new Map([['a1/48213', 'Pet farm']]) }
  const text = (format: 'csv' | 'json') =>
    sessionsText([{ ...row, scriptId: '48213' }], named, { format, personal: false })
  expect(JSON.parse(text('json'))).toMatchObject([{ scriptId: '48213', scriptName: 'Pet farm' }])
  expect(text('csv')).toMatch(/,"=""48213""",.*,Pet farm\r\n$/)
})

it('writes the details a line a field, personal ones only when they are asked for', () => {
  const field = (id: string, value: DetailField['value'], rest: Partial<DetailField> = {}): DetailField => ({
    id,
    label: id.toUpperCase(),
    value,
    kind: 'text',
    personal: false,
    emptyWord: '—',
    ...rest,
  })
  const sections = [
    {
      title: 'Key',
      fields: [
        field('note', '-1 day'),
        field('key', 'secret-key', { personal: true }),
        field('expires', 0, { kind: 'time' }),
      ],
    },
  ]
  expect(detailsText(sections, { format: 'csv', personal: false })).toBe(
    "\ufeffSection,Field,Value\r\nKey,NOTE,'-1 day\r\nKey,EXPIRES,1970-01-01T00:00:00.000Z\r\n",
  )
  expect(JSON.parse(detailsText(sections, { format: 'json', personal: true }))).toEqual({
    Key: { note: '-1 day', key: 'secret-key', expires: '1970-01-01T00:00:00.000Z' },
  })
})
