// `npm run demo:services`: the simulated services alone, without the application. Arguments go to them.
import path from 'node:path'
import { ensureBuild, projectFolder } from './build.mjs'
import { runInForeground } from './command.mjs'

if (await ensureBuild()) {
  const services = path.join(projectFolder, 'out', 'main', 'demo.cjs')
  process.exitCode = await runInForeground(process.execPath, [services, ...process.argv.slice(2)])
} else {
  process.exitCode = 1
}
