import { z } from 'zod'
import type { Json } from '../../../../shared/action'
import { jsonText } from '../../../../shared/json-text'
import { shortened } from '../../../../shared/printable'
import { exchangeText } from '../../../../shared/text/exchange'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { gone } from '../answers'
import { decodeWithForeign } from '../body'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import { fields, Reading } from '../readers'
import { type LuaauthSession, readSession } from './session'

/** What the client made of a message. `response`: the JSON that it gave, as text. */
type LuaauthMessageResult = { processed: true; response: string } | { processed: false; reason: string }

/** A call of a handler that the client declared. */
type LuaauthMessage = {
  /** Id of the function to execute. */
  key: string
  /** Sent to the client; `[]` at the service when left out. */
  data?: Json
}

/** Time-out of a message, ms: longer than the 60 s for which the service itself waits for a client. */
const messageTimeoutMs = 75_000
/** A client's answer is kept in memory: a larger one is no answer to a message. */
const answerLimitBytes = 1024 * 1024
/** Longest client's answer that is carried on, and longest reason why there is none, characters. */
const longestResponse = 100_000
const longestReason = 1_000

const filled = z.string().min(1, { error: () => exchangeText.empty })
const messageBounds = z.object({ key: filled })
const idsBounds = z.object({
  session_ids: z.array(filled).min(1, { error: () => serviceAnswersText.luaauthOneId }),
})

const acceptedSchema = z.object({ success: z.literal(true) })
const answerSchema = z.object({
  success: z.literal(true),
  processed: z.boolean(),
  response: z.string().optional(),
  reason: z.unknown().optional(),
})

const readAnswer = (body: unknown): LuaauthMessageResult => {
  const { processed, response = 'null', reason } = answerSchema.parse(body)
  if (processed) return { processed, response: shortened(response, longestResponse) }
  if (reason === null || reason === undefined || reason === '')
    return { processed, reason: serviceAnswersText.luaauthNoReason }
  const words = typeof reason === 'string' ? reason : jsonText(reason, longestReason)
  return { processed, reason: shortened(words, longestReason) }
}

/**
 * LuaAuth's document *Session endpoints*. HTTP statuses of its errors are undocumented; `success: false` is a failure
 * whatever the status. No error codes are documented here.
 */
export function createLuaauthSessionsApi(http: Http) {
  return {
    /** *Getting session info*, `GET /sessions/:session_id`. */
    sessionInfo(sessionId: string, signal?: AbortSignal): Promise<Reply<LuaauthSession>> {
      return http.call({
        method: 'GET',
        path: ['sessions', sessionId],
        kind: 'lookup',
        repeatable: true,
        signal,
        read: (body) => readSession(fields(body).session, new Reading('details')),
        gone: gone('LuaAuth'),
      })
    },

    /** *Disconnecting a session*, `POST /sessions/:session_id/disconnect`. */
    disconnectSession(sessionId: string, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        method: 'POST',
        path: ['sessions', sessionId, 'disconnect'],
        body: {},
        kind: 'action',
        repeatable: false,
        departure,
        read: (body) => void acceptedSchema.parse(body),
        gone: gone('LuaAuth'),
      })
    },

    /**
     * *Messaging a session*, `POST /sessions/:session_id/message`: waits up to 60 s for the client, so that the
     * deadline is 75 s. `processed: false` is an answer, not an error: its reason is for the person.
     *
     * *Messaging multiple sessions* has no method here: the document prints the path of the bulk disconnect for it,
     * which might disconnect everybody. Many are messaged one by one.
     */
    messageSession(
      sessionId: string,
      message: LuaauthMessage,
      departure?: Departure,
    ): Promise<Reply<LuaauthMessageResult>> {
      return http.call({
        method: 'POST',
        path: ['sessions', sessionId, 'message'],
        body: message.data === undefined ? { key: message.key } : { key: message.key, data: message.data },
        kind: 'action',
        repeatable: false,
        departure,
        timeoutMs: messageTimeoutMs,
        bodyLimitBytes: answerLimitBytes,
        problem: violation(messageBounds, message),
        // A customer's client wrote it: it may be as deep as they like.
        decode: (body) => decodeWithForeign(body, 'response'),
        read: readAnswer,
        gone: gone('LuaAuth'),
      })
    },

    /** *Disconnecting multiple sessions*, `POST /sessions/disconnect`. */
    disconnectMany(sessionIds: readonly string[], departure?: Departure): Promise<Reply<void>> {
      return http.call({
        method: 'POST',
        path: ['sessions', 'disconnect'],
        body: { session_ids: sessionIds },
        kind: 'action',
        repeatable: false,
        departure,
        problem: violation(idsBounds, { session_ids: sessionIds }),
        read: (body) => void acceptedSchema.parse(body),
      })
    },
  }
}
