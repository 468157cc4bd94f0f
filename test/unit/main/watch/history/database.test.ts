import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { Database } from '../../../../../src/main/watch/history/database'
import { temporaryFolder } from '../../../../harness/temporary-folder'

const newFile = temporaryFolder()

it('loads its driver when a file is opened, not with the program', () => {
  const { cache } = createRequire(import.meta.url)
  const isLoaded = () => Object.keys(cache).some((file) => /[\\/]libsql[\\/]/.test(file))
  expect(isLoaded()).toBe(false)
  new Database(newFile()).close()
  expect(isLoaded()).toBe(true)
})
