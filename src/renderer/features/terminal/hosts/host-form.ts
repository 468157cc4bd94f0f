import { err, ok, type Result } from '../../../../shared/result'
import {
  type Jump,
  type LocalForward,
  type SshHost,
  sshHostSchema,
  usualKeepAliveSeconds,
} from '../../../../shared/terminal'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'

/** The host form as it is typed. */
export type HostForm = {
  label: string
  group: string
  host: string
  port: string
  user: string
  /** One path a line. */
  identityFiles: string
  identitiesOnly: boolean
  identityAgent: string
  hostKeyAlias: string
  /** `user@host:port`, one a line, the next one to us first; a key file of its own after it. */
  jumps: string
  /** `8080:db.internal:5432`, one a line. */
  forwards: string
  agentForwarding: boolean
  keepAliveSeconds: string
  logOutput: boolean
}
export type HostErrors = Partial<Record<keyof HostForm, string>>

const lines = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean)

const jumpText = ({ user, host, port, keys }: Jump): string =>
  `${user === null ? '' : `${user}@`}${host.includes(':') ? `[${host}]` : host}${port === 22 ? '' : `:${port}`}` +
  (keys?.identityFiles[0] ? ` ${keys.identityFiles[0]}` : '')
const forwardText = ({ localPort, remoteHost, remotePort }: LocalForward): string =>
  `${localPort}:${remoteHost.includes(':') ? `[${remoteHost}]` : remoteHost}:${remotePort}`

/** The form of a saved host, or of a new one. */
export const hostForm = (host: SshHost | null): HostForm => ({
  label: host?.label ?? '',
  group: host?.group ?? '',
  host: host?.host ?? '',
  port: String(host?.port ?? 22),
  user: host?.user ?? '',
  identityFiles: host?.identityFiles.join('\n') ?? '',
  identitiesOnly: host?.identitiesOnly ?? false,
  identityAgent: host?.identityAgent ?? '',
  hostKeyAlias: host?.hostKeyAlias ?? '',
  jumps: host?.jumps.map(jumpText).join('\n') ?? '',
  forwards: host?.forwards.map(forwardText).join('\n') ?? '',
  agentForwarding: host?.agentForwarding ?? false,
  keepAliveSeconds: String(host?.keepAliveSeconds ?? usualKeepAliveSeconds),
  logOutput: host?.logOutput ?? false,
})

const jumpPattern = /^(?:([^@\s]+)@)?(?:\[([^\]\s]+)\]|([^:@\s]+))(?::(\d+))?$/
const forwardPattern = /^(\d+):(?:\[([^\]\s]+)\]|([^:\s]+)):(\d+)$/

function parsed<T>(text: string, read: (line: string) => T | null): { values: T[]; bad: string | null } {
  const values: T[] = []
  for (const line of lines(text)) {
    const value = read(line)
    if (value === null) return { values, bad: line }
    values.push(value)
  }
  return { values, bad: null }
}

function readAddress(line: string): Jump | null {
  const match = jumpPattern.exec(line)
  const host = match?.[2] ?? match?.[3]
  return host ? { host, port: Number(match?.[4] ?? 22), user: match?.[1] ?? null } : null
}

/** A hop's address, and after it a key file, whose path may hold spaces. */
function readJump(line: string, identitiesOnly: boolean): Jump | null {
  const [, address = '', file] = /^(\S+)(?:\s+(.+))?$/.exec(line) ?? []
  const jump = readAddress(address)
  return jump && file ? { ...jump, keys: { identityFiles: [file], identitiesOnly } } : jump
}

/** The form with what an address in its host field says: `user@host:port`, as it is copied from anywhere. */
function withAddress(form: HostForm): HostForm {
  const address = readAddress(form.host.trim().replace(/^ssh(:\/\/|\s+)/, ''))
  if (!address) return form
  const { host, user, port } = address
  return { ...form, host, user: user ?? form.user, port: port === 22 ? form.port : String(port) }
}

function readForward(line: string): LocalForward | null {
  const match = forwardPattern.exec(line)
  const remoteHost = match?.[2] ?? match?.[3]
  return remoteHost ? { localPort: Number(match?.[1]), remoteHost, remotePort: Number(match?.[4]) } : null
}

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN)

const words = (): Record<keyof HostForm, string> => ({
  label: sshHostsText.labelRefused,
  group: sshHostsText.groupRefused,
  host: sshHostsText.hostRefused,
  port: sshHostsText.portRefused,
  user: sshHostsText.userRefused,
  identityFiles: sshHostsText.keyFilesRefused,
  identitiesOnly: '',
  identityAgent: sshHostsText.agentRefused,
  hostKeyAlias: sshHostsText.hostKeyNameRefused,
  jumps: sshHostsText.jumpsRefused,
  forwards: sshHostsText.forwardsRefused,
  agentForwarding: '',
  keepAliveSeconds: sshHostsText.keepAliveRefused,
  logOutput: '',
})

/**
 * The host that a form describes, under `id`; else what is wrong, field by field.
 *
 * @param before what the form was filled from: a hop with the same address keeps what the form does not show
 */
export function hostOf(typed: HostForm, id: string, before: SshHost | null): Result<SshHost, HostErrors> {
  const form = withAddress(typed)
  const jumps = parsed(
    form.jumps,
    (line) => before?.jumps.find((jump) => jumpText(jump) === line) ?? readJump(line, form.identitiesOnly),
  )
  const forwards = parsed(form.forwards, readForward)
  const errors: HostErrors = {}
  if (jumps.bad !== null) errors.jumps = sshHostsText.jumpRefused(jumps.bad)
  if (forwards.bad !== null) errors.forwards = sshHostsText.forwardRefused(forwards.bad)
  const result = sshHostSchema.safeParse({
    id,
    label: form.label.trim() || form.host.trim().slice(0, 60),
    group: form.group,
    host: form.host,
    port: whole(form.port),
    user: form.user,
    identityFiles: lines(form.identityFiles),
    identitiesOnly: form.identitiesOnly,
    identityAgent: form.identityAgent.trim() || undefined,
    hostKeyAlias: form.hostKeyAlias.trim() || undefined,
    jumps: jumps.values,
    forwards: forwards.values,
    agentForwarding: form.agentForwarding,
    keepAliveSeconds: whole(form.keepAliveSeconds),
    logOutput: form.logOutput,
  })
  for (const { path } of result.error?.issues ?? []) {
    const field = path[0] as keyof HostForm
    errors[field] ??= words()[field]
  }
  return result.success && Object.keys(errors).length === 0 ? ok(result.data) : err(errors)
}
