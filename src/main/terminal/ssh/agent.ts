import ssh2, {
  type BaseAgent,
  type IdentityCallback,
  type ParsedKey,
  type SignCallback,
  type SigningRequestOptions,
} from 'ssh2'
import { printableLine } from '../../../shared/printable'
import { sshText } from '../../../shared/text/ssh'
import { expandHome } from '../../ssh-secrets'

/** How long an agent, which may ask the person first, has to list its keys, ms. */
const answerWithinMs = 60_000
/** Delay before the person is told what we wait for, ms. */
const quietForMs = 3_000

/** Where a machine's agents are. */
export type AgentMachine = {
  /** Where `SSH_AUTH_SOCK` may be, and the person’s locale. */
  environment: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  /** The home folder, for `~`. */
  home: string
}

/**
 * The agents to try, in order, in ssh2's words (a path, or `pageant`).
 *
 * @param identityAgent what OpenSSH's `IdentityAgent` says: a path with `~` and `${NAME}`, `SSH_AUTH_SOCK`, another
 *   variable's name after a `$`, or `none`
 */
export function agentPlaces(
  identityAgent: string | undefined,
  { environment, platform, home }: AgentMachine,
): string[] {
  if (identityAgent === 'none') return []
  if (identityAgent !== undefined && identityAgent !== 'SSH_AUTH_SOCK') {
    let complete = true
    const place = identityAgent.replace(/^\$(\w+)$|\$\{(\w+)\}/g, (_, whole?: string, part?: string) => {
      const value = environment[whole ?? part ?? '']
      if (!value) complete = false
      return value ?? ''
    })
    return complete ? [expandHome(place, home)] : []
  }
  const named = environment.SSH_AUTH_SOCK ? [environment.SSH_AUTH_SOCK] : []
  return platform === 'win32' && identityAgent === undefined
    ? [...named, '\\\\.\\pipe\\openssh-ssh-agent', 'pageant']
    : named
}

/** An agent that answered, and the public keys that it holds. */
export type Agent = { agent: BaseAgent; keys: ParsedKey[] }

/**
 * The first agent that holds a key: on Windows an empty one often runs beside the one that is used. Where all are empty,
 * the first that answers.
 *
 * @param notice told about one that does not answer for long
 * @returns null where none does
 */
export async function findAgent(
  places: readonly string[],
  notice: (line: string) => void,
): Promise<Agent | null> {
  let empty: Agent | null = null
  for (const place of places) {
    const agent = ssh2.createAgent(place)
    const keys = await identities(agent, () => notice(sshText.agentSilent(printableLine(place))))
    if (keys && keys.length > 0) return { agent, keys }
    if (keys) empty ??= { agent, keys }
  }
  return empty
}

function identities(agent: BaseAgent, stillWaiting: () => void): Promise<ParsedKey[] | null> {
  return new Promise((resolve) => {
    const timers = [setTimeout(stillWaiting, quietForMs), setTimeout(() => end(null), answerWithinMs)]
    const end = (keys: ParsedKey[] | null) => {
      for (const timer of timers) clearTimeout(timer)
      resolve(keys)
    }
    agent.getIdentities((error, keys) => {
      end(error ? null : (keys ?? []).flatMap((key) => parsedKey(key) ?? []))
    })
  })
}

/**
 * A key of any form that ssh2 reads.
 *
 * @returns null where it does not: an unknown format, a type such as `sk-…`, an encrypted key
 */
export function parsedKey(key: string | object): ParsedKey | null {
  if (typeof key !== 'string' && !Buffer.isBuffer(key)) return isParsedKey(key) ? key : null
  return firstKey(ssh2.utils.parseKey(key))
}

/** The key that ssh2 read: one in OpenSSH's format comes alone, others may come in a list. */
export function firstKey(parsed: unknown): ParsedKey | null {
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed
  return isParsedKey(first) ? first : null
}

function isParsedKey(value: unknown): value is ParsedKey {
  return typeof value === 'object' && value !== null && !(value instanceof Error) && 'getPublicSSH' in value
}

/** Signs what the server asks for. Called only after the server accepted the public key. */
export type Sign = (data: Buffer, hash: SigningRequestOptions['hash']) => Promise<Buffer>

/**
 * One key dressed as an agent. ssh2 then offers the public half first and requests a signature only where the server
 * wants it, so a passphrase is asked only for a key that will work.
 */
export class OneKeyAgent extends ssh2.BaseAgent<ParsedKey> {
  readonly #key: ParsedKey
  readonly #sign: Sign

  constructor(key: ParsedKey, sign: Sign) {
    super()
    this.#key = key
    this.#sign = sign
  }

  getIdentities(done: IdentityCallback<ParsedKey>): void {
    done(undefined, [this.#key])
  }

  sign(
    _key: ParsedKey,
    data: Buffer,
    options: SigningRequestOptions | SignCallback,
    done?: SignCallback,
  ): void {
    const answer = typeof options === 'function' ? options : done
    this.#sign(data, typeof options === 'function' ? undefined : options.hash).then(
      (signature) => answer?.(undefined, signature),
      (error: Error) => answer?.(error),
    )
  }
}

/** Signs with a key that an agent holds, which may ask its person first. */
export function agentSigner(agent: BaseAgent, key: ParsedKey): Sign {
  return (data, hash) =>
    new Promise((resolve, reject) => {
      agent.sign(key, data, { hash }, (error, signature) => {
        if (error || !signature) reject(error ?? new Error('The agent did not sign.'))
        else resolve(signature)
      })
    })
}
