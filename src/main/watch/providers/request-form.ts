import type { AccountConfig } from '../../../shared/account'

/** Query parameters; `undefined` ones are left out. */
type Query = Readonly<Record<string, string | number | undefined>>

/** A request, before an account sends it. */
export type RequestForm = {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below the base URL, one entry a segment, not encoded. */
  path: readonly string[]
  query?: Query
  body?: unknown
}

/** Who sends it. */
export type Sender = Pick<AccountConfig, 'baseUrl' | 'authHeader' | 'credential' | 'headers'>

/** A request as it goes out: the path has the base URL's path and the query, header names are in lower case. */
export type FormedRequest = {
  method: RequestForm['method']
  path: string
  headers: Record<string, string>
  body: string | null
}

/** Text from outside can hold halves of characters, which no URL can. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

/** The path that the base URL has, without a slash at its end. */
export const pathOf = ({ baseUrl }: Pick<Sender, 'baseUrl'>): string =>
  new URL(baseUrl).pathname.replace(/\/+$/, '')

/** Segments below the base URL; `null` for those that a server could read as another path. */
export const encodePath = (segments: readonly string[]): string | null =>
  segments.some((segment) => segment === '' || segment === '.' || segment === '..')
    ? null
    : segments.map((segment) => `/${encode(segment)}`).join('')

/** A query as `show` writes its values; empty without any. */
export const queryText = (
  query: Query,
  show: (name: string, value: string) => string = (_, value) => encode(value),
): string => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${show(name, String(value))}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/**
 * The request as `sender` sends it; `null` where no path can be made of its segments.
 *
 * @param documented headers that the service wants with every request, by lower-case name
 */
export function formRequest(
  sender: Sender,
  request: RequestForm,
  documented: Readonly<Record<string, string>> = {},
): FormedRequest | null {
  const path = encodePath(request.path)
  if (path === null) return null
  const extra = Object.entries(sender.headers).map(([name, value]) => [name.toLowerCase(), value])
  const body = request.body === undefined ? null : JSON.stringify(request.body)
  return {
    method: request.method,
    path: `${pathOf(sender)}${path}${queryText(request.query ?? {})}`,
    headers: {
      accept: 'application/json',
      'user-agent': 'Sessiondeck',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...documented,
      ...Object.fromEntries(extra),
      [sender.authHeader.name.toLowerCase()]: sender.authHeader.scheme + sender.credential,
    },
    body,
  }
}
