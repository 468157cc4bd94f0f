import { answerCases } from './answer-cases'
import type { HttpCase } from './kit'
import { listCases } from './list-cases'
import { outcomeCases } from './outcome-cases'
import { paceCases } from './pace-cases'
import { packedCases } from './packed-cases'
import { proxyCases } from './proxy-cases'
import { routeCases } from './route-cases'
import { secrecyCases } from './secrecy-cases'
import { apartCases, onceCases } from './sending-cases'
import { type TlsIdentity, tlsCases } from './tls-cases'
import { wallCases } from './wall-cases'

/** Every sentence of *HTTP: what must hold*, and every kind of broken answer. */
export const httpCases = (identity: TlsIdentity): HttpCase[] => [
  ...onceCases,
  ...apartCases,
  ...secrecyCases,
  ...routeCases,
  ...proxyCases,
  ...packedCases,
  ...listCases,
  ...wallCases,
  ...tlsCases(identity),
  ...answerCases,
  ...outcomeCases,
  ...paceCases,
]
