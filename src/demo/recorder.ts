import type { Provider } from './options'

/** A request as it arrived. Headers are not kept: that is where credentials are. */
interface RecordedRequest {
  provider: Provider
  method: string
  path: string
  query: Record<string, string>
  /** The parsed JSON, the raw text where it was not JSON, or null when there was none. */
  body: unknown
  /** Epoch milliseconds. */
  at: number
  /** The HTTP status of the answer; null before it, and where none came. */
  status: number | null
}

/** A message that reached sessions: text at LuaProt, a handler's key and data at LuaAuth. */
interface RecordedMessage {
  provider: Provider
  sessionIds: string[]
  text?: string
  key?: string
  data?: unknown
  /** Epoch milliseconds. */
  at: number
}

const KEPT = 10_000

/** What the services were asked to do, oldest first; the latest ten thousand of each. */
export class Recorder {
  readonly requests: RecordedRequest[] = []
  readonly messages: RecordedMessage[] = []

  /** Keeps a request that arrived; its status is to be filled in when it is answered. */
  request(arrived: Omit<RecordedRequest, 'status'>): RecordedRequest {
    const request = { ...arrived, status: null }
    keep(this.requests, request)
    return request
  }

  message(message: RecordedMessage): void {
    keep(this.messages, message)
  }
}

function keep<T>(list: T[], item: T): void {
  list.push(item)
  if (list.length > KEPT) list.shift()
}
