// Started by scripts/bench.mjs: runs the benchmarks, which are TypeScript.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'

const electron = process.env.SESSIONDECK_NO_WINDOW ?? (await ensureElectron())
const file = fileURLToPath(new URL('./bench.ts', import.meta.url))
/** @type {{ module: typeof import('./bench') }} */
const { module } = await runnerImport(file, { configFile: false, logLevel: 'warn' })
process.exitCode = await module.runBench(electron, process.argv.slice(2))
