import path from 'node:path'
import { expect, it } from 'vitest'
import { demoFolderOf, ownFolderOf, parseCommandLine } from '../../../../src/main/settings/command-line'

const here = path.resolve('somewhere')
const parse = (...words: string[]) => parseCommandLine(['electron', '.', ...words], here)

it('knows nothing by default', () => {
  expect(parse('--inspect=0')).toEqual({
    configFile: null,
    userDataFolder: null,
    demo: false,
    hidden: false,
    addAccount: false,
  })
})

it('takes a value after the switch or after =, relative to the working folder', () => {
  const expected = {
    configFile: path.join(here, 'a.json'),
    userDataFolder: path.join(here, 'data'),
    demo: true,
    hidden: false,
    addAccount: false,
  }
  expect(parse('--config', 'a.json', '--user-data-dir', 'data', '--demo')).toEqual(expected)
  expect(parse('--demo', '--user-data-dir=data', '--config=a.json')).toEqual(expected)
})

it('tells a switch without its value from one that is not there', () => {
  expect(parse('--config').configFile).toBe('')
  expect(parse('--config', '--demo')).toMatchObject({ configFile: '', demo: true })
  expect(parse('--hidden')).toMatchObject({ hidden: true })
})

it('knows that somebody came to add an account', () => {
  expect(parse('--add-account').addAccount).toBe(true)
})

it('finds the way back from the folder of a demo, and never to that of the demo itself', () => {
  expect(ownFolderOf(demoFolderOf('/data/desk'))).toBe('/data/desk')
  expect(ownFolderOf('/data/try')).toBe('/data/try-own')
})
