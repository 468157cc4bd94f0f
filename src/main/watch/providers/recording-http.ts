import type { AppError } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
import type { Http, HttpRequest, Reply } from './http'
import { type FormedRequest, formRequest, type Sender } from './request-form'

const notSent = (): AppError => ({ kind: 'cancelled', message: exchangeText.writtenDown })

/** Writes requests down as `sender` would send them, and sends nothing: every call ends as `cancelled`. */
export function createRecordingHttp(
  sender: Sender,
  documented: Readonly<Record<string, string>>,
  now: () => number,
): { http: Http; recorded: readonly FormedRequest[] } {
  const recorded: FormedRequest[] = []
  const note = (request: HttpRequest<unknown>): AppError => {
    if (request.problem) return { kind: 'invalid', ...request.problem }
    const formed = formRequest(sender, request, documented)
    if (!formed) return { kind: 'invalid', path: 'id', message: exchangeText.notId }
    recorded.push(formed)
    return notSent()
  }
  const http: Http = {
    async call<T>(request: HttpRequest<T>): Promise<Reply<T>> {
      const evidence = { asked: exchangeText.askedNothing, at: now(), answer: exchangeText.notSent }
      return { ok: false, error: note(request), evidence }
    },
    reroute: () => undefined,
    close: async () => undefined,
  }
  return { http, recorded }
}
