import { type DemoArguments, parseDemoArguments, USAGE } from './arguments'
import { startDemo } from './demo'
import { findParent } from './parent'

/** Prints the accounts as a file that `--config` accepts, or reports them to the parent, until told to stop. */
async function main({ portChannel, options }: DemoArguments): Promise<void> {
  const demo = await startDemo(options)
  const { workspace, control } = demo
  const stop = () => void demo.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (portChannel) {
    const parent = findParent()
    parent.onGone(stop)
    parent.tell({ type: 'ready', workspace, control })
    return
  }
  console.log(JSON.stringify(workspace, null, 2))
  console.error(`Control API: ${control.url} with token ${control.token}. Ctrl+C stops the services.`)
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

// Electron's newer utility processes would live on without whatever failed; whoever started us starts us again.
process.on('unhandledRejection', (error) => {
  fail(error)
  process.exit()
})

try {
  main(parseDemoArguments(process.argv.slice(2))).catch(fail)
} catch (error) {
  fail(error)
  console.error(USAGE)
}
