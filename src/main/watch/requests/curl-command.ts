import type { AccountConfig } from '../../../shared/account'
import type { CurlCommand } from '../../../shared/curl'
import type { FormedRequest, Sender } from '../providers/request-form'

/** What stands for a secret until the command is written. No header, URL or JSON can hold a NUL by itself. */
const mark = (variable: string) => `\0${variable}\0`
const marks = /\0(\w+)\0/

/**
 * An account with the names of environment variables in place of its secrets: `VSAY_TOKEN` for the credential,
 * `VSAY_X_GATE` for an extra header `X-Gate`. No secret is in it any more.
 */
export function withoutSecrets({ provider, baseUrl, authHeader, headers }: AccountConfig): Sender {
  const taken = new Set<string>()
  const variable = (name: string) => {
    const plain = `${provider}_${name}`.toUpperCase().replace(/\W/g, '_')
    let free = plain
    for (let number = 2; taken.has(free); number += 1) free = `${plain}_${number}`
    taken.add(free)
    return mark(free)
  }
  return {
    baseUrl,
    authHeader,
    credential: variable('token'),
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, variable(name)])),
  }
}

/** A word that every POSIX shell reads as exactly this text. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The same, with the environment variables that marks stand for: they stay double-quoted, so that they are one word. */
const word = (text: string) =>
  text
    .split(marks)
    .map((part, index) => (index % 2 === 1 ? `"$${part}"` : part && quoted(part)))
    .join('') || "''"

/** The request as a command line for a POSIX shell; curl sends just what is in it. `origin`: the service's. */
export function curlCommand(origin: string, { method, path, headers, body }: FormedRequest): CurlCommand {
  const lines = [
    // Brackets in an address are meant as they are.
    `curl --globoff --request ${method}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${word(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${word(body)}`]),
    `--url ${word(origin + path)}`,
  ]
  const variables = Object.values(headers).flatMap((value) =>
    value.split(marks).filter((_, at) => at % 2 === 1),
  )
  return { command: lines.join(' \\\n  '), variables }
}
