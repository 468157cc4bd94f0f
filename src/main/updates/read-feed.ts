import { type AppError, err, ok, type Result } from '../../shared/result'
import { updateProblemsText } from '../../shared/text/update-problems'
import { longestFeed } from './feed'

/** How long the feed may take, ms. */
const feedMs = 30_000

/** What is used of the platform's `fetch`. */
export type Fetch = (
  url: string,
  init: { signal: AbortSignal; cache: 'no-store'; headers: Record<string, string> },
) => Promise<Pick<Response, 'ok' | 'status' | 'body'>>

/** Reads the feed as it stands, of bounded length. Nothing in it is believed yet. */
export async function readFeed(fetch: Fetch, address: string): Promise<Result<string>> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(feedMs),
      cache: 'no-store',
      headers: { accept: 'application/json' },
    })
    if (!response.ok) return err(refused(response.status))
    const text = await boundedText(response.body)
    return text === null ? err(tooLarge()) : ok(text)
  } catch {
    return err(unreachable())
  }
}

async function boundedText(body: Response['body']): Promise<string | null> {
  if (!body) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > longestFeed) {
      void reader.cancel().catch(() => undefined)
      return null
    }
  }
}

const unreachable = (): AppError => ({
  kind: 'network',
  message: updateProblemsText.unreachable,
})

const tooLarge = (): AppError => ({
  kind: 'too-large',
  message: updateProblemsText.tooLarge,
})

const refused = (status: number): AppError => ({
  kind: 'unavailable',
  status,
  message: updateProblemsText.refused(status),
})
