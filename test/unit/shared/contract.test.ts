import { expect, it } from 'vitest'
import { events, requests } from '../../../src/shared/contract'

type Area = { requests?: Record<string, unknown>; events?: Record<string, unknown> }
const areas = Object.values(import.meta.glob<Area>('../../../src/shared/contract/*.ts', { eager: true }))

it.each([
  ['requests', requests],
  ['events', events],
] as const)('holds the %s of every area, each named once', (kind, all) => {
  const names = areas.flatMap((area) => Object.keys(area[kind] ?? {}))
  expect(names.sort()).toEqual(Object.keys(all).sort())
})
