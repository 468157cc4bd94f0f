import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { httpCases } from './cases'

const pem = (name: string) => readFileSync(join(__dirname, '../../fixtures/tls', name), 'utf8')

describe('HTTP: what must hold, in plain Node', () => {
  it.each(httpCases({ key: pem('key.pem'), cert: pem('certificate.pem') }))('$name', ({ run }) => run())
})
