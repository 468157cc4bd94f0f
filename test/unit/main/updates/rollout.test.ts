import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { Rollout } from '../../../../src/main/updates/rollout'
import { temporaryFolder } from '../../../harness/temporary-folder'

const folder = temporaryFolder()

it('keeps its number for a version, also after a restart, and draws anew for the next one', async () => {
  const file = path.join(folder(), 'draw.json')
  const numbers = [0.3, 0.8]
  const rollout = new Rollout(file, () => numbers.shift() ?? 0)
  expect(await rollout.includes('0.2.0', 30)).toBe(false)
  expect(await rollout.includes('0.2.0', 31)).toBe(true)
  const later = new Rollout(file, () => 0.99)
  expect(await later.includes('0.2.0', 31)).toBe(true)
  expect(await later.includes('0.3.0', 98)).toBe(false)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, release: '0.3.0', percent: 99 })
})

it('takes nobody at 0 and everybody at 100, and does without its file', async () => {
  const rollout = new Rollout(path.join(folder(), 'no/such', '\0'), () => 0)
  expect(await rollout.includes('0.2.0', 0)).toBe(false)
  expect(await rollout.includes('0.2.0', 100)).toBe(true)
  expect(await new Rollout(path.join(folder(), 'x.json'), () => 0.999999).includes('0.2.0', 100)).toBe(true)
})
