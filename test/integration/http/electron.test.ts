import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureElectron } from '../../../scripts/electron-runtime.mjs'
import { httpCases } from './cases'
import type { CaseReport } from './electron-program'
import { readIdentity } from './identity'

const certificates = join(__dirname, '../../fixtures/tls')
const names = httpCases(readIdentity(certificates)).map(({ name }) => name)

/** Electron's Node and its TLS library are not those of plain Node. It needs no display for this. */
describe('HTTP: what must hold, inside Electron', () => {
  let folder: string
  let answer: { electron?: string; reports: CaseReport[] }

  beforeAll(async () => {
    const runtime = await ensureElectron()
    folder = await mkdtemp(join(tmpdir(), 'sessiondeck-http-'))
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(__dirname, 'electron-program.ts'),
        outDir: folder,
        target: 'node18.15',
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'program.cjs' } },
      },
    })
    const { stdout } = await promisify(execFile)(runtime.path, [join(folder, 'program.cjs'), certificates], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 60_000,
    })
    answer = JSON.parse(stdout)
  }, 300_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('ran in Electron, every case', () => {
    expect(answer.electron).toMatch(/^\d+\./)
    expect(answer.reports.map(({ name }) => name)).toEqual(names)
  })

  it.each(names)('%s', (name) => {
    expect(answer.reports.find((report) => report.name === name)).toEqual({ name, failure: null })
  })
})
