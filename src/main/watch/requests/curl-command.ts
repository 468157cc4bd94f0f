import type { AccountConfig } from '../../../shared/account'
import type { CurlCommand } from '../../../shared/curl'
import type { FormedRequest, Sender } from '../providers/request-form'

/** What stands for a secret until the command is written. No header, URL or JSON can hold a NUL by itself. */
const mark = (variable: string) => `\0${variable}\0`
const marks = /\0(\w+)\0/

/** The variable with the path of the file that stands for {@link fromFile}. */
const fileVariable = 'SCRIPT_FILE'
/** A text of a body that the command reads from a file, instead of holding it. */
export const fromFile: string = mark(fileVariable)

/**
 * An account with the names of environment variables in place of its secrets: `VSAY_TOKEN` for the credential,
 * `VSAY_X_GATE` for an extra header `X-Gate`. No secret is in it any more. `taken`: names that another account has,
 * which are then passed over.
 */
export function withoutSecrets(
  { provider, baseUrl, authHeader, headers }: AccountConfig,
  taken: Set<string> = new Set(),
): Sender {
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
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The same, with the environment variables that marks stand for: they stay double-quoted, so that they are one word. */
const word = (text: string) =>
  text
    .split(marks)
    .map((part, index) => (index % 2 === 1 ? `"$${part}"` : part && quoted(part)))
    .join('') || "''"

/** How the body gets to curl: what comes before it, and its own option. jq writes the text of a file as JSON. */
function bodyOf(body: string | null): { before: string; option: string[]; variables: string[] } {
  if (body === null) return { before: '', option: [], variables: [] }
  const text = JSON.stringify(fromFile)
  if (!body.includes(text)) return { before: '', option: [`--data-raw ${word(body)}`], variables: [] }
  const filter = quoted(body.replace(text, '$text'))
  return {
    before: `jq --null-input --compact-output --rawfile text "$${fileVariable}" ${filter} |\n`,
    option: ['--data-binary @-'],
    variables: [fileVariable],
  }
}

/** The request as a command line for a POSIX shell; curl sends just what is in it. `origin`: the service's. */
export function curlCommand(origin: string, { method, path, headers, body }: FormedRequest): CurlCommand {
  const { before, option, variables: files } = bodyOf(body)
  const lines = [
    // Brackets in an address are meant as they are.
    `curl --globoff --request ${method}`,
    ...Object.entries(headers).map(([name, value]) => `--header ${word(`${name}: ${value}`)}`),
    ...option,
    `--url ${word(origin + path)}`,
  ]
  const secrets = Object.values(headers).flatMap((value) =>
    value.split(marks).filter((_, at) => at % 2 === 1),
  )
  return { command: before + lines.join(' \\\n  '), variables: [...secrets, ...files] }
}
