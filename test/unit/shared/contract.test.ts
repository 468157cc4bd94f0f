import { expect, it } from 'vitest'
import { events, requests } from '../../../src/shared/contract'
import { wholeLog } from '../../harness/action-log'

type Area = { requests?: Record<string, unknown>; events?: Record<string, unknown> }
const areas = Object.values(import.meta.glob<Area>('../../../src/shared/contract/*.ts', { eager: true }))

it.each([
  ['requests', requests],
  ['events', events],
] as const)('holds the %s of every area, each named once', (kind, all) => {
  const names = areas.flatMap((area) => Object.keys(area[kind] ?? {}))
  expect(names.sort()).toEqual(Object.keys(all).sort())
})

const manyLabels = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`a1/s${index}`, 'Shop']))
const log = { ...wholeLog, limit: 1 }

it.each([
  ['settings.save', { scriptLabels: manyLabels }],
  ['settings.save', { scriptLabels: { ['s'.repeat(301)]: 'Shop' } }],
  ['log.search', { ...log, kinds: Array.from({ length: 100 }, () => 'message') }],
  ['log.search', { ...log, outcomes: Array.from({ length: 100 }, () => 'gone') }],
] as const)('takes no %s without bounds', (name, input) => {
  expect(requests[name].input.safeParse(input).success).toBe(false)
  expect(requests['log.search'].input.safeParse(log).success).toBe(true)
})
