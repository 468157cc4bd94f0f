import { answerCases } from './answer-cases'
import type { HttpCase } from './kit'
import { paceCases } from './pace-cases'
import { secrecyCases } from './secrecy-cases'
import { apartCases, onceCases } from './sending-cases'
import { certificateCases, type TlsIdentity, wayCases } from './way-cases'

/** Every sentence of *HTTP: what must hold*, and every kind of broken answer. */
export const httpCases = (identity: TlsIdentity): HttpCase[] => [
  ...onceCases,
  ...apartCases,
  ...secrecyCases,
  ...wayCases,
  ...certificateCases(identity),
  ...answerCases,
  ...paceCases,
]
