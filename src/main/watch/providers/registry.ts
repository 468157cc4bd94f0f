import type { AccountConfig, ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { serviceAnswersText } from '../../../shared/text/service-answers'
import type { Clock } from '../../clock'
import { type Http, HttpClient, type Manners } from './http'
import { createJunkieProvider } from './junkie/provider'
import { createLuaauthProvider } from './luaauth/provider'
import { createLuaprotProvider } from './luaprot/provider'
import type { Provider } from './provider'
import { RateBudget } from './rate-budget'
import type { RateWindow } from './rate-window'
import { createRecordingHttp } from './recording-http'
import type { FormedRequest, Sender } from './request-form'
import { createVsayProvider } from './vsay/provider'

/** What every provider depends on. */
type ProviderDeps = {
  clock: Clock
  /** The account's name, as it is now. */
  label: () => string
  /** The system's proxy for the account's base URL, such as `http://proxy.example:3128`; `null` for none. */
  proxy: string | null
  /** One line for the log: masked, without a secret. */
  log: (line: string) => void
}

type Service = {
  /** Limits besides the account's requests per minute. */
  windows: readonly RateWindow[]
  credentialAdvice(): string
  manners?: Manners
  create(accountId: string, http: Http, clock: Clock): Provider
}

/** The documents of two services want it with every request, also with one that has no body. */
const alwaysJson = { 'content-type': 'application/json' }

const services: Readonly<Record<ProviderId, Service>> = {
  luaprot: {
    windows: [{ limit: 20, perMs: 10_000 }],
    credentialAdvice: () => serviceAnswersText.luaprotAdvice,
    manners: { headers: alwaysJson },
    create: createLuaprotProvider,
  },
  luaauth: {
    windows: [{ limit: 50, perMs: 1_000 }],
    credentialAdvice: () => serviceAnswersText.luaauthAdvice,
    manners: {
      headers: alwaysJson,
      // Its document knows no status for it, and two codes: only the words tell it from other errors.
      isThrottle: ({ code, text }) =>
        /^rate[ -]?limit/i.test(text) || (code === -1 && /rate[ -]?limit/i.test(text)),
    },
    create: createLuaauthProvider,
  },
  junkie: {
    windows: [],
    credentialAdvice: () => serviceAnswersText.junkieAdvice,
    manners: {
      isThrottle: ({ text }, status) => status === 403 && /\brate\b|too many|throttl|slow down/i.test(text),
      forbiddenAdvice: () => serviceAnswersText.junkieForbidden,
    },
    create: createJunkieProvider,
  },
  vsay: {
    windows: [],
    credentialAdvice: () => serviceAnswersText.vsayAdvice,
    create: createVsayProvider,
  },
}

/** An account's provider, ready for requests, with the budget that they all share. Nothing is sent yet. */
export function createProvider(
  account: AccountConfig,
  { clock, label, proxy, log }: ProviderDeps,
): { provider: Provider; budget: RateBudget; reroute: Http['reroute'] } {
  const { windows, credentialAdvice, manners, create } = services[account.provider]
  const perMinute = { limit: account.requestsPerMinute, perMs: 60_000 }
  const budget = new RateBudget(clock, [...windows, perMinute])
  const service = providerCatalog[account.provider].name
  const http = new HttpClient({
    account,
    label,
    service,
    credentialAdvice,
    manners,
    clock,
    budget,
    proxy,
    log,
  })
  return { provider: create(account.id, http, clock), budget, reroute: (proxy) => http.reroute(proxy) }
}

/** An account's provider that writes its requests down as `sender` would send them, and sends nothing. */
export function recordingProvider(
  account: Pick<AccountConfig, 'id' | 'provider'>,
  sender: Sender,
  clock: Clock,
): { provider: Provider; recorded: readonly FormedRequest[] } {
  const { manners, create } = services[account.provider]
  const { http, recorded } = createRecordingHttp(sender, manners?.headers ?? {}, () => clock.now())
  return { provider: create(account.id, http, clock), recorded }
}
