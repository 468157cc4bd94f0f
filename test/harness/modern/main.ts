// The program behind `electron` in this folder: makes this process look like Electron's main process, then hands over to
// the loader of a bare Electron.
import inspector from 'node:inspector'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import { electron } from './electron.ts'

const require = createRequire(import.meta.url)
const launcher = path.join(import.meta.dirname, 'electron')
const { version } = require('electron/package.json')

process.argv.splice(0, 2, launcher)
process.execPath = launcher
Object.assign(process, { type: 'browser', mainModule: { require } })
Object.assign(process.versions, { electron: version })
process.on('SIGTERM', () => electron.app.quit())

const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown }
const load = loader._load
loader._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest))

// Chromium says where it listens by itself.
if (process.argv.includes('--inspect=0')) inspector.open(0)
require('../../../scripts/default-app/main.cjs')
