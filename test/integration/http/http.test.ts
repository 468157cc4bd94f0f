import { join } from 'node:path'
import { describe, it } from 'vitest'
import { httpCases } from './cases'
import { readIdentity } from './identity'

const identity = readIdentity(join(__dirname, '../../fixtures/tls'))

describe('HTTP: what must hold, in plain Node', () => {
  it.each(httpCases(identity))('$name', ({ run }) => run())
})
