import { expect, it } from 'vitest'
import { datedName } from '../../../../src/renderer/lib/file-name'

it('says on which day of the person’s own calendar a file was saved', () => {
  expect(datedName('sessions', 'csv', new Date(2026, 1, 6, 23, 59))).toBe('sessions-2026-02-06.csv')
  expect(datedName('action-log', 'json', new Date(2026, 10, 16))).toBe('action-log-2026-11-16.json')
})
