import { systemClock } from '../../../src/main/clock'
import {
  type Http,
  HttpClient,
  type HttpOptions,
  type HttpRequest,
} from '../../../src/main/watch/providers/http'
import { RateBudget } from '../../../src/main/watch/providers/rate-budget'

/** A credential that must not show up anywhere but in its header. */
export const credential = 'credential-that-stays-in-its-header'

/** Runs `use` with a client for `baseUrl`, and closes it. */
export async function withClient<T>(
  baseUrl: string,
  use: (http: Http) => Promise<T>,
  options: Partial<HttpOptions> & { headers?: Record<string, string> } = {},
): Promise<T> {
  const { headers = {}, ...rest } = options
  const http = new HttpClient({
    label: () => 'Test',
    account: {
      baseUrl,
      authHeader: { name: 'Authorization', scheme: 'Bearer ' },
      credential,
      headers,
    },
    service: 'Service',
    credentialAdvice: () => 'Check the key.',
    clock: systemClock,
    budget: new RateBudget(systemClock, [{ limit: 1000, perMs: 1000 }]),
    proxy: null,
    log: () => undefined,
    certificates: null,
    ...rest,
  })
  try {
    return await use(http)
  } finally {
    await http.close()
  }
}

/** A heartbeat: repeatable, `GET /list`. */
export const heartbeat = (over: Partial<HttpRequest<unknown>> = {}): HttpRequest<unknown> => ({
  method: 'GET',
  path: ['list'],
  kind: 'heartbeat',
  repeatable: true,
  timeoutMs: 5_000,
  read: (body) => body,
  ...over,
})

/** An action: on the wire once, `DELETE /disconnect/1`. */
export const action = (over: Partial<HttpRequest<unknown>> = {}): HttpRequest<unknown> => ({
  method: 'DELETE',
  path: ['disconnect', '1'],
  kind: 'action',
  repeatable: false,
  timeoutMs: 5_000,
  read: (body) => body,
  ...over,
})
