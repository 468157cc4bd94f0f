import ssh2, {
  type BaseAgent,
  type IdentityCallback,
  type ParsedKey,
  type SignCallback,
  type SigningRequestOptions,
} from 'ssh2'

const answerWithinMs = 3_000

/**
 * The agents of this machine in the order in which they are tried, in ssh2's words (a path, or `pageant`).
 *
 * @param environment where `SSH_AUTH_SOCK` may be
 */
export function agentPlaces(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const named = environment.SSH_AUTH_SOCK ? [environment.SSH_AUTH_SOCK] : []
  return platform === 'win32' ? [...named, '\\\\.\\pipe\\openssh-ssh-agent', 'pageant'] : named
}

/** An agent that answered, and the public keys that it holds. */
type Agent = { agent: BaseAgent; keys: ParsedKey[] }

/**
 * The first agent that holds a key: on Windows an empty one often runs beside the one that is used. Where all are empty,
 * the first that answers.
 *
 * @returns null where none does
 */
export async function findAgent(places: readonly string[]): Promise<Agent | null> {
  let empty: Agent | null = null
  for (const place of places) {
    const agent = ssh2.createAgent(place)
    const keys = await identities(agent)
    if (keys && keys.length > 0) return { agent, keys }
    if (keys) empty ??= { agent, keys }
  }
  return empty
}

function identities(agent: BaseAgent): Promise<ParsedKey[] | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), answerWithinMs)
    agent.getIdentities((error, keys) => {
      clearTimeout(timer)
      resolve(error ? null : (keys ?? []).flatMap((key) => parsedKey(key) ?? []))
    })
  })
}

/**
 * A key of any form that ssh2 reads.
 *
 * @returns null where it does not: an unknown format, a type such as `sk-…`, an encrypted key without its passphrase
 */
export function parsedKey(key: string | object, passphrase?: string): ParsedKey | null {
  if (typeof key !== 'string' && !Buffer.isBuffer(key)) return isParsedKey(key) ? key : null
  const parsed: unknown = ssh2.utils.parseKey(key, passphrase)
  // An unencrypted key in OpenSSH's format comes alone, others may come in a list.
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed
  return isParsedKey(first) ? first : null
}

function isParsedKey(value: unknown): value is ParsedKey {
  return typeof value === 'object' && value !== null && !(value instanceof Error) && 'getPublicSSH' in value
}

/** Signs what the server asks for. Called only once the server said that it would take the key. */
type Sign = (data: Buffer, hash: SigningRequestOptions['hash']) => Promise<Buffer>

/**
 * One key in an agent's clothes. ssh2 then offers the public half first and asks for a signature only where the server
 * wants it, so a passphrase is asked for a key that will open the door.
 */
export class OneKeyAgent extends ssh2.BaseAgent<ParsedKey> {
  /** The server wanted this key. */
  signed = false
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
    this.signed = true
    this.#sign(data, typeof options === 'function' ? undefined : options.hash).then(
      (signature) => answer?.(undefined, signature),
      (error: Error) => answer?.(error),
    )
  }
}

/** Signs with a key that an agent holds. */
export function agentSigner(agent: BaseAgent, key: ParsedKey): Sign {
  return (data, hash) =>
    new Promise((resolve, reject) => {
      agent.sign(key, data, { hash }, (error, signature) => {
        if (error || !signature) reject(error ?? new Error('The agent did not sign.'))
        else resolve(signature)
      })
    })
}
