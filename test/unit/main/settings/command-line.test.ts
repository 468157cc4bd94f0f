import path from 'node:path'
import { expect, it } from 'vitest'
import { parseCommandLine } from '../../../../src/main/settings/command-line'

const here = path.resolve('somewhere')
const parse = (...words: string[]) => parseCommandLine(['electron', '.', ...words], here)

it('knows nothing by default', () => {
  expect(parse('--inspect=0')).toEqual({ configFile: null, userDataFolder: null, demo: false, hidden: false })
})

it('takes a value after the switch or after =, relative to the working folder', () => {
  const expected = {
    configFile: path.join(here, 'a.json'),
    userDataFolder: path.join(here, 'data'),
    demo: true,
    hidden: false,
  }
  expect(parse('--config', 'a.json', '--user-data-dir', 'data', '--demo')).toEqual(expected)
  expect(parse('--demo', '--user-data-dir=data', '--config=a.json')).toEqual(expected)
})

it('tells a switch without its value from one that is not there', () => {
  expect(parse('--config').configFile).toBe('')
  expect(parse('--config', '--demo')).toMatchObject({ configFile: '', demo: true })
  expect(parse('--hidden')).toMatchObject({ hidden: true })
})
