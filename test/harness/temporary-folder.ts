import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** A folder that goes when the tests of its file are over; ask for it outside of any test. Answers with names of new files in it. */
export function temporaryFolder(): () => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => path.join(folder, `${randomUUID()}.db`)
}
