import { isLoopback } from '../../../shared/loopback'
import type { LocalForward } from '../../../shared/terminal'
import { sshConfigText } from '../../../shared/text/ssh-config'

/** A `host`, perhaps with a user and a port, as in ProxyJump. */
type Destination = { host: string; user: string | null; port: number | null }

/** Reads `[user@]host[:port]` or `ssh://…`. */
export function readDestination(text: string): Destination | null {
  const match = /^(?:ssh:\/\/)?(?:(.+)@)?(\[[^\]]+\]|[^:@]+)(?::(\d{1,5}))?\/?$/.exec(text.trim())
  if (!match?.[2]) return null
  return {
    host: match[2].replace(/^\[|\]$/g, ''),
    user: match[1] ?? null,
    port: match[3] ? Number(match[3]) : null,
  }
}

/**
 * The jump host of a ProxyCommand that is nothing but a ProxyJump in older words (`ssh -W %h:%p bastion`). Nothing is
 * executed.
 *
 * @returns null where it is a command of another kind
 */
export function jumpOfCommand(args: readonly string[]): string | null {
  const words = args
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '-q')
  const [program, ...rest] = words
  const at = rest.indexOf('-W')
  if (program !== 'ssh' || rest.length !== 3 || at < 0 || !/^(%h|\[%h\]):%p$/.test(rest[at + 1] ?? ''))
    return null
  const host = at === 0 ? rest[2] : rest[0]
  return host && !host.startsWith('-') ? host : null
}

/**
 * Reads LocalForward's `[address:]port` and `host:port`.
 *
 * @returns why it cannot be, as a sentence
 */
export function readForward(args: readonly string[]): LocalForward | string {
  const [from, to] = args
  const written = `LocalForward ${args.join(' ')}`
  if (!from || !to) return sshConfigText.forwardIncomplete(written)
  if (from.includes('/') || to.startsWith('/')) return sshConfigText.forwardOfSocket(written)
  const listen = /^(?:(\[[^\]]*\]|[^:]*):)?(\d{1,5})$/.exec(from)
  const target = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(to)
  if (!listen || !target?.[1]) return sshConfigText.cannotBeRead(written)
  const address = (listen[1] ?? '').replace(/^\[|\]$/g, '')
  if (address !== '' && !isLoopback(address)) return sshConfigText.forwardNotLoopback(written, address)
  return {
    localPort: Number(listen[2]),
    remoteHost: target[1].replace(/^\[|\]$/g, ''),
    remotePort: Number(target[2]),
  }
}

const unitSeconds: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/** Reads OpenSSH's time format (`30`, `1m30s`). @returns seconds */
export function readSeconds(text: string): number | null {
  if (!/^(\d+[smhdw]?)+$/i.test(text)) return null
  const parts = text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)
  return [...parts].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (unitSeconds[unit ?? ''] ?? 1),
    0,
  )
}

/**
 * Puts values in place of OpenSSH's `%` tokens.
 *
 * @returns null where there is one without a value
 */
export function expandTokens(text: string, tokens: Record<string, string>): string | null {
  let complete = true
  const expanded = text.replace(/%(.?)/g, (_, token: string) => {
    if (token === '%') return '%'
    const value = tokens[token]
    if (value === undefined) complete = false
    return value ?? ''
  })
  return complete ? expanded : null
}
