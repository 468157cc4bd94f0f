import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { httpCases } from './cases'

/** What a case came to; `failure` is `null` when it held. */
export type CaseReport = { name: string; failure: string | null }

/** Runs every case and prints the reports as JSON. The argument is the folder of the test certificate. */
async function main(folder: string): Promise<void> {
  const pem = (name: string) => readFileSync(join(folder, name), 'utf8')
  const reports: CaseReport[] = []
  for (const { name, run } of httpCases({ key: pem('key.pem'), cert: pem('certificate.pem') })) {
    const failure = await run().then(
      () => null,
      (cause: unknown) => String(cause),
    )
    reports.push({ name, failure })
  }
  console.log(JSON.stringify({ electron: process.versions.electron, reports }))
}

void main(process.argv[2] ?? '.')
