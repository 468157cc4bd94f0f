import type { Evidence } from '../../../shared/health'
import { maskId } from '../../../shared/ids'
import { jsonText } from '../../../shared/json-text'
import { printableLine } from '../../../shared/printable'
import { type AppError, err, type Result } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
import type { Clock } from '../../clock'
import { systemCertificates } from '../../trust'
import { decodeJson, decodeText, Undecodable, unpack } from './body'
import { BodyRoom } from './body-room'
import type { Problem } from './bounds'
import {
  type About,
  Cancelled,
  contradicted,
  Deadline,
  isRedirect,
  type Refusal,
  rateLimited,
  redirected,
  refused,
  unusable,
  wireError,
  withoutData,
} from './failures'
import type { Departure } from './provider'
import type { RateBudget, SpendKind } from './rate-budget'
import { readRefusal, saysGone, saysYes } from './refusal'
import {
  encodePath,
  type FormedRequest,
  formRequest,
  pathOf,
  queryText,
  type RequestForm,
  type Sender,
} from './request-form'
import { observedLimit, retryAfterMs, serviceNow } from './server-wait'
import { stoppedByWall } from './walls'
import { Wire, type WireAnswer, WireFailure } from './wire'

/** One call of a documented endpoint. */
export type HttpRequest<T> = RequestForm & {
  /** Names of query parameters that hold personal data: masked in evidence. */
  personal?: readonly string[]
  kind: SpendKind
  /** Whether sending it twice is harmless. Only then may a dropped connection be tried once more. */
  repeatable: boolean
  /** Time-out of the whole exchange, ms; 15 s by default. */
  timeoutMs?: number
  /** Largest body, bytes; 64 MB by default. */
  bodyLimitBytes?: number
  signal?: AbortSignal
  /** Of an action: reports when it leaves, and can withdraw it before. */
  departure?: Departure
  /** `text` takes the body as it is, whatever it holds. */
  expect?: 'json' | 'text'
  /** The room that the body is read into; by default one of its own. */
  room?: BodyRoom
  /** How the bytes of a JSON body become what `read` gets: {@link decodeJson} by default. */
  decode?(body: Buffer): unknown
  /**
   * Checks the body and gives its value; a throw means that it has not the documented shape. `serviceNow` is when the
   * service answered by its own clock, epoch ms; by ours where it does not tell.
   */
  read(body: unknown, serviceNow: number): T
  /** A few words about the value for the evidence, such as `14 sessions`. */
  note?(value: T): string
  /** What a refusal means at this endpoint; `null` leaves it to its status. */
  explain?(refusal: Refusal, status: number): Result<T> | null
  /** About one session: what to say where the service does not know it any more. */
  gone?: AppError
  /** How the request breaks its documented bounds; it then does not leave. */
  problem?: Problem | null
}

/** A {@link Result} with its proof. */
export type Reply<T> = Result<T> & { evidence: Evidence }

/** One account's way to its service. */
export type Http = {
  /** Never throws. */
  call<T>(request: HttpRequest<T>): Promise<Reply<T>>
  /** Goes through another proxy, or with `null` straight, from the next request on. What is under way is not touched. */
  reroute(proxy: string | null): void
  /** Fails what is open and drops every connection. */
  close(): Promise<void>
}

/** What a service wants or means otherwise than others do. */
export type Manners = {
  /** Headers that it wants with every request, by lower-case name. */
  headers?: Readonly<Record<string, string>>
  /** Whether a refusal asks to slow down, whatever its status. */
  isThrottle?(refusal: Refusal, status: number): boolean
  /** What a person does about 403, where the key need not be the reason; a sentence or two. */
  forbiddenAdvice?(): string
}

/** What a client depends on. */
export type HttpOptions = {
  account: Sender
  /** The account's name in sentences, as it is now: a person can change it while it is watched. */
  label: () => string
  /** The service's name in sentences. */
  service: string
  /** What a person does about a refused credential; a sentence or two. */
  credentialAdvice(): string
  manners?: Manners
  clock: Clock
  budget: RateBudget
  /** The system's proxy for the account's origin; `null` for none. */
  proxy: string | null
  /** One line for the log: masked, without a secret. */
  log: (line: string) => void
  /** PEM certificates to trust; by default the operating system's, where the runtime offers them. */
  certificates?: readonly string[] | null
}

const defaultTimeoutMs = 15_000
const defaultBodyLimitBytes = 64 * 1024 * 1024
/** Further fields of a service's error that are kept, characters of their JSON. */
const longestDetails = 20_000

const withdrawn = (): AppError => ({ kind: 'cancelled', message: exchangeText.withdrawn })

/** Longest words of a service in a sentence, characters. */
const longestWords = 300

/**
 * The one HTTP client. A request waits for its turn in the budget, leaves once, and ends as a value or as one
 * `AppError`. No redirect is followed, no cookie kept, nothing cached.
 */
export class HttpClient implements Http {
  readonly #options: HttpOptions
  readonly #manners: Manners
  readonly #base: URL
  readonly #wire: Wire
  /** Texts that nothing may repeat. */
  readonly #secrets: readonly string[]
  /** What is under way. */
  readonly #open = new Set<AbortController>()
  #closed = false

  constructor(options: HttpOptions) {
    const { account, manners = {}, proxy, certificates = systemCertificates() } = options
    this.#options = options
    this.#manners = manners
    this.#base = new URL(account.baseUrl)
    this.#wire = new Wire({ origin: this.#base.origin, proxy, certificates })
    this.#secrets = [account.credential, ...Object.values(account.headers)].filter((text) => text.length > 3)
  }

  async call<T>(request: HttpRequest<T>): Promise<Reply<T>> {
    const { account, clock, credentialAdvice, log } = this.#options
    const { query = {}, personal = [], timeoutMs = defaultTimeoutMs, repeatable } = request
    const about: About = { who: this.#who(), repeatable, timeoutMs, credentialAdvice: credentialAdvice() }
    const at = clock.now()
    const formed = formRequest(account, request, this.#manners.headers)
    const shown = queryText(query, (name, value) => (personal.includes(name) ? maskId(value) : value))
    const asked = this.#redact(
      `${request.method} ${pathOf(account)}${encodePath(request.path) ?? ''}${shown}`,
    )
    const done = (result: Result<T>, answer: string): Reply<T> => {
      if (!result.ok && result.error.kind !== 'cancelled') log(`${asked} -> ${answer} (${result.error.kind})`)
      return { ...result, evidence: { asked, at, answer } }
    }
    const failed = (error: AppError, answer: string) => done({ ok: false, error }, answer)
    if (request.problem) return failed({ kind: 'invalid', ...request.problem }, exchangeText.notSentBounds)
    if (formed === null)
      return failed({ kind: 'invalid', path: 'id', message: exchangeText.notId }, exchangeText.notSentId)
    if (this.#closed)
      return failed(
        { kind: 'cancelled', message: exchangeText.notWatched(this.#who()) },
        exchangeText.notSent,
      )

    const controller = new AbortController()
    const onAbort = () => controller.abort(new Cancelled())
    request.signal?.addEventListener('abort', onAbort)
    if (request.signal?.aborted) onAbort()
    this.#open.add(controller)
    try {
      const outcome = await this.#exchange(request, formed, controller)
      if (outcome instanceof WireFailure) {
        const error = wireError(about, outcome.stage, outcome.cause)
        const silent = outcome.cause instanceof Deadline
        return failed(error, silent ? exchangeText.silence(timeoutMs / 1000) : exchangeText.noWholeAnswer)
      }
      if ('kind' in outcome) return failed(outcome, exchangeText.notSent)
      const { answer } = outcome
      const limitBytes = request.bodyLimitBytes ?? defaultBodyLimitBytes
      const body = await unpack(answer.body, answer.headers.get('content-encoding') ?? '', limitBytes)
      const result = this.#judge(request, about, answer, body)
      this.#tellBudget(answer, result)
      const note = result.ok && request.note ? request.note(result.value) : ''
      return done(result, exchangeText.answered(answer.status, note, outcome.tookMs))
    } finally {
      this.#open.delete(controller)
      request.signal?.removeEventListener('abort', onAbort)
    }
  }

  reroute(proxy: string | null): void {
    this.#wire.reroute(proxy)
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const controller of this.#open) controller.abort(new Cancelled())
    await this.#wire.close()
  }

  #who(): string {
    return `${this.#options.service} (${this.#options.label()})`
  }

  #redact(text: string): string {
    return this.#secrets.reduce((left, secret) => left.replaceAll(secret, '•••'), text)
  }

  /** A service's no, without what it may repeat of the request: secrets, and the person that was asked about. */
  #refusalOf(body: unknown, { query = {}, personal = [] }: HttpRequest<unknown>): Refusal | null {
    const refusal = readRefusal(body)
    if (!refusal) return null
    const people = personal.flatMap((name) => (query[name] ? [String(query[name])] : []))
    const clean = (text: string) =>
      people.reduce((left, person) => left.replaceAll(person, maskId(person)), this.#redact(text))
    return {
      code:
        typeof refusal.code === 'string' ? printableLine(clean(refusal.code), longestWords) : refusal.code,
      text: printableLine(clean(refusal.text), longestWords),
      details:
        Object.keys(refusal.details).length === 0 ? '' : jsonText(refusal.details, longestDetails, clean),
    }
  }

  /** What an answer says of when to send the next request, whether by its status, its headers or its text. */
  #tellBudget({ status, headers }: WireAnswer, result: Result<unknown>): void {
    const { clock, budget } = this.#options
    const now = clock.now()
    const limit = observedLimit(headers, now)
    if (limit) budget.observe(limit)
    if (result.ok) {
      budget.took()
      return
    }
    const tooMany = result.error.kind === 'rate-limited' ? result.error : null
    const isNo = tooMany !== null || status >= 300
    const waitMs = (isNo ? retryAfterMs(headers, now) : null) ?? tooMany?.retryAfterMs ?? null
    if (waitMs !== null) budget.block(waitMs)
    else if (tooMany) budget.refused()
  }

  /** What an answer means: a value, or one error. `body` is the answer's, unpacked. */
  #judge<T>(
    request: HttpRequest<T>,
    about: About,
    { status, headers }: WireAnswer,
    body: Buffer | Undecodable,
  ): Result<T> {
    const { clock } = this.#options
    const fail = (error: AppError) => ({ ok: false, error }) as const
    if (isRedirect(status))
      return fail(redirected(about, status, this.#redirectTarget(headers.get('location'))))

    const isText = request.expect === 'text' && !/json/i.test(headers.get('content-type') ?? '')
    const { decode = decodeJson } = request
    const decoded = body instanceof Undecodable ? body : isText ? decodeText(body) : decode(body)
    const refusal = decoded instanceof Undecodable ? null : this.#refusalOf(decoded, request)
    const sight = { status, headers, body: body instanceof Undecodable ? Buffer.alloc(0) : body }
    const isSaid = refusal !== null || saysYes(decoded) || (isText && status === 200)
    const wall = isSaid ? null : stoppedByWall(about, sight, clock.now())
    if (wall) return fail(wall)
    if (status === 429 || (refusal && this.#manners.isThrottle?.(refusal, status)))
      return fail(rateLimited(about, retryAfterMs(headers, clock.now())))
    const explained = refusal && request.explain?.(refusal, status)
    if (explained) return explained
    if (request.gone && saysGone(status, refusal)) return fail(request.gone)
    if (!about.repeatable && status >= 400 && saysYes(decoded)) return fail(contradicted(about, status))
    if (refusal || status >= 400) return fail(refused(this.#asFor(about, status), status, refusal))
    if (status >= 300) return fail(withoutData(about, status))
    if (decoded instanceof Undecodable) return fail(unusable(about, decoded.kind, decoded.what))
    try {
      return { ok: true, value: request.read(decoded, serviceNow(headers, clock.now())) }
    } catch {
      return fail(unusable(about, 'bad-shape', exchangeText.otherShape))
    }
  }

  /** Where 403 need not mean the key, it does not blame it. */
  #asFor(about: About, status: number): About {
    const { forbiddenAdvice } = this.#manners
    return status === 403 && forbiddenAdvice ? { ...about, credentialAdvice: forbiddenAdvice() } : about
  }

  /** Where a redirect leads, where that is a website; without the query, which may hold a secret. */
  #redirectTarget(location: string | undefined): string {
    try {
      const { origin, pathname, protocol } = new URL(location ?? '', this.#base)
      return location && /^https?:$/.test(protocol) ? this.#redact(origin + pathname).slice(0, 300) : ''
    } catch {
      return ''
    }
  }

  /** Waits until a request may leave. */
  async #turn(request: HttpRequest<unknown>, { signal }: AbortController): Promise<Result<void>> {
    const { departure } = request
    const { budget } = this.#options
    if (!departure) return budget.take(request.kind, signal)
    // Withdrawing must not abort what has left, so that only the waiting hears of it.
    const waiting = new AbortController()
    const stop = () => waiting.abort()
    const signals = [signal, departure.signal]
    for (const each of signals) each.addEventListener('abort', stop)
    if (signals.some((each) => each.aborted)) stop()
    const taken = await budget.take(departure.kind ?? 'bulk', waiting.signal)
    for (const each of signals) each.removeEventListener('abort', stop)
    if (!taken.ok) return taken
    return !waiting.signal.aborted && departure.leaves() ? taken : err(withdrawn())
  }

  /** One request on the wire, and for a repeatable one a second when a dropped connection gave no byte back. */
  async #exchange<T>(request: HttpRequest<T>, formed: FormedRequest, controller: AbortController) {
    const { clock } = this.#options
    for (let attempt = 1; ; attempt += 1) {
      const may = await this.#turn(request, controller)
      if (!may.ok) return may.error
      const startedMs = clock.monotonicMs()
      const stop = clock.schedule(request.timeoutMs ?? defaultTimeoutMs, () =>
        controller.abort(new Deadline()),
      )
      try {
        const wireRequest = {
          ...formed,
          bodyLimitBytes: request.bodyLimitBytes ?? defaultBodyLimitBytes,
          room: request.room ?? new BodyRoom(),
          fresh: !request.repeatable,
        }
        const answer = await this.#wire.exchange(wireRequest, controller.signal)
        return { answer, tookMs: Math.round(clock.monotonicMs() - startedMs) }
      } catch (cause) {
        const failure = cause instanceof WireFailure ? cause : new WireFailure('waiting', cause)
        const dropped = failure.stage === 'waiting' && !controller.signal.aborted
        if (!(dropped && request.repeatable && attempt === 1)) return failure
      } finally {
        stop()
      }
    }
  }
}
