import { expect, it } from 'vitest'
import { z } from 'zod'

// Every thread loads the whole contract at its start, and a thousand schemas take some 50 ms to build.
it('builds schemas when something is checked by them, not when the contract is loaded', async () => {
  let built = 0
  z.core.globalConfig.postProcessor = () => built++
  const { events, requests } = await import('../../../src/shared/contract')
  const atStart = built
  for (const { input, output } of Object.values(requests)) [input, output].forEach(build)
  for (const { payload } of Object.values(events)) build(payload)
  z.core.globalConfig.postProcessor = undefined
  expect(atStart).toBeLessThan(built / 4)
})

/** Checking by a schema builds what it is made of. */
const build = (schema: z.ZodType) => void schema.safeParse({})
