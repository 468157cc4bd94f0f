import { httpCases } from './cases'
import { readIdentity } from './identity'

/** What a case came to; `failure` is `null` when it held. */
export type CaseReport = { name: string; failure: string | null }

/** Runs every case and prints the reports as JSON. The argument is the folder of the test certificate. */
async function main(folder: string): Promise<void> {
  const reports: CaseReport[] = []
  for (const { name, run } of httpCases(readIdentity(folder))) {
    const failure = await run().then(
      () => null,
      (cause: unknown) => String(cause),
    )
    reports.push({ name, failure })
  }
  console.log(JSON.stringify({ electron: process.versions.electron, reports }))
}

void main(process.argv[2] ?? '.')
