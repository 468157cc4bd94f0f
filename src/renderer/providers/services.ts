import type { ProviderId } from '../../shared/account'
import { junkie } from './junkie'
import { luaauth } from './luaauth'
import { luaprot } from './luaprot'
import type { Service } from './service'
import { vsay } from './vsay'

/** What each service looks like in the window. */
export const services: Readonly<Record<ProviderId, Service>> = { luaprot, luaauth, junkie, vsay }
