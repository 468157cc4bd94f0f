import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logFile, openLog } from '../../../../../src/main/desktop/system/log'

describe('openLog', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes what the redactor leaves, where nobody but its owner reads it', () => {
    const log = openLog(folder, (text) => text.replace('secret', '[hidden]'), true)
    log.info('a secret')
    log.error('failed', new Error('with the secret'))
    const text = readFileSync(logFile(folder), 'utf8')
    expect(text).toContain('a [hidden]')
    expect(text).toContain('Error: with the [hidden]')
    expect(text).not.toContain('secret')
    if (process.platform !== 'win32') expect(statSync(logFile(folder)).mode & 0o777).toBe(0o600)
  })
})
