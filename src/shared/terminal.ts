import { z } from 'zod'
import { hostNamePattern, userNamePattern } from './host-name'
import { checksText } from './text/checks'

/** A window size in characters; what a remote program can be told. */
export const terminalSizeSchema = z.lazy(() =>
  z.object({
    cols: z.number().int().min(1).max(1_000),
    rows: z.number().int().min(1).max(1_000),
  }),
)
export type TerminalSize = z.infer<typeof terminalSizeSchema>

const port = z.lazy(() => z.number().int().min(1).max(65_535))
const hostName = z.lazy(() =>
  z
    .string()
    .trim()
    .min(1)
    .max(255)
    .regex(hostNamePattern, { error: () => checksText.host }),
)
const userName = z.lazy(() =>
  z
    .string()
    .trim()
    .min(1)
    .max(64)
    .regex(userNamePattern, { error: () => checksText.user }),
)

/** A port of this machine that leads to an address behind the host. Listens on loopback only. */
const localForwardSchema = z.lazy(() => z.object({ localPort: port, remoteHost: hostName, remotePort: port }))
export type LocalForward = z.infer<typeof localForwardSchema>

/** With which keys somebody signs in. */
const keyChoice = () => ({
  /** Private key files to try, `~` allowed; empty means the usual ones, `none` no file. */
  identityFiles: z.array(z.string().min(1).max(1_000)).max(20),
  /** Only the files above, not every key that the agent holds. */
  identitiesOnly: z.boolean(),
  /** Another agent than the usual one, in the words of OpenSSH's `IdentityAgent`: a socket's path, or `none`. */
  identityAgent: z.string().trim().min(1).max(1_000).optional(),
})
const keyChoiceSchema = z.lazy(() => z.object(keyChoice()))
export type KeyChoice = z.infer<typeof keyChoiceSchema>

/** The name by which known_hosts knows a host, where that is not its address. */
const hostKeyAlias = hostName.optional()

/** One hop on the way to a host. */
const jumpSchema = z.lazy(() =>
  z.object({
    host: hostName,
    port,
    user: userName.nullable(),
    hostKeyAlias,
    /** Its own keys, where they are not the host's. */
    keys: keyChoiceSchema.optional(),
  }),
)
export type Jump = z.infer<typeof jumpSchema>

/** The keep-alive interval of a host for which nobody chose one, s. */
export const usualKeepAliveSeconds = 30

/** A saved SSH host. No secret in it. */
export const sshHostSchema = z.lazy(() =>
  z.object({
    id: z.string().min(1),
    label: z.string().trim().min(1).max(60),
    group: z.string().trim().max(60),
    host: hostName,
    port,
    user: userName,
    hostKeyAlias,
    ...keyChoice(),
    /** Hops in order, the one next to us first. */
    jumps: z.array(jumpSchema).max(8),
    forwards: z.array(localForwardSchema).max(20),
    /** Lets programs on the host use this machine's agent. Off unless switched on. */
    agentForwarding: z.boolean(),
    /** Keep-alive interval, s; 0 is off. */
    keepAliveSeconds: z.number().int().min(0).max(3_600),
    /** Keeps all output in a file. Absent in a host that an earlier version saved. */
    logOutput: z.boolean().default(false),
  }),
)
export type SshHost = z.infer<typeof sshHostSchema>

/** A host as the window sees it. `managed`: it comes from a config file or the demo and cannot be changed here. */
export const listedHostSchema = z.lazy(() => sshHostSchema.unwrap().extend({ managed: z.boolean() }))
export type ListedHost = z.infer<typeof listedHostSchema>

/** What an import from an OpenSSH config file found; nothing in the file was executed. */
export const sshConfigScanSchema = z.lazy(() =>
  z.object({
    hosts: z.array(sshHostSchema),
    /** What is not supported or not read, one line each, such as `line 12: ProxyCommand is not supported`. */
    notes: z.array(z.string()),
  }),
)
export type SshConfigScan = z.infer<typeof sshConfigScanSchema>

/** What a tab is connected to. */
export const terminalTargetSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ssh'), hostId: z.string() }),
    z.object({
      kind: z.literal('machine'),
      accountId: z.string(),
      machineId: z.string(),
      machineName: z.string(),
    }),
  ]),
)
export type TerminalTarget = z.infer<typeof terminalTargetSchema>

/**
 * Where a terminal stands. `waiting`: it asks the person something. `lost`: the connection broke, `retryAt` says when
 * it is tried again (`null`: only when asked to). `ended`: the remote side finished.
 */
const terminalStateSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['idle', 'connecting', 'waiting', 'live']) }),
    z.object({ kind: z.literal('lost'), reason: z.string(), retryAt: z.number().nullable() }),
    z.object({
      kind: z.literal('ended'),
      reason: z.string(),
      exitCode: z.number().nullable(),
      signal: z.string().nullable(),
    }),
  ]),
)
export type TerminalState = z.infer<typeof terminalStateSchema>

/** One terminal as the window sees it. */
export const terminalSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    target: terminalTargetSchema,
    label: z.string(),
    /** The roster's key of the session behind it, where a service has one: it is ours. */
    sessionKey: z.string().nullable(),
    state: terminalStateSchema,
  }),
)
export type Terminal = z.infer<typeof terminalSchema>

/** Something that a connection needs to know before it goes on. */
export const terminalPromptSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('host-key'),
      id: z.string(),
      terminalId: z.string(),
      host: z.string(),
      keyType: z.string(),
      /** `SHA256:…`, as OpenSSH prints it. */
      fingerprint: z.string(),
      /** The host is known by keys of other types, which it did not offer. */
      otherTypesKnown: z.array(z.string()),
    }),
    z.object({
      kind: z.literal('secrets'),
      id: z.string(),
      terminalId: z.string(),
      title: z.string(),
      /** What the server says beside its questions, in lines. Untrusted. */
      instructions: z.string(),
      /** What is asked; a label may be a menu of several lines. Untrusted. */
      fields: z
        .array(z.object({ label: z.string(), hidden: z.boolean() }))
        .min(1)
        .max(16),
      /** Under which name the first answer can be remembered; `null` where it must not be. */
      rememberAs: z.string().nullable(),
      /** The last answer was wrong. */
      retry: z.boolean(),
    }),
  ]),
)
export type TerminalPrompt = z.infer<typeof terminalPromptSchema>

/** What a person answered; `null` gives up. */
export const promptAnswerSchema = z.lazy(() =>
  z.object({
    promptId: z.string(),
    answers: z.array(z.string().max(4_096)).max(16).nullable(),
    remember: z.boolean(),
  }),
)
export type PromptAnswer = z.infer<typeof promptAnswerSchema>

/** A session that a service created on a machine for a terminal of ours, with what only main may know. */
export const machineSessionSchema = z.lazy(() =>
  z.object({
    sessionId: z.string(),
    /** The account's base URL: the socket must be on its host. */
    baseUrl: z.string(),
    websocketUrl: z.string(),
    token: z.string(),
    /** How long the token is of use from now on, ms; `null` where nobody told. */
    lifetimeMs: z.number().nullable(),
  }),
)

/** How the terminals worker reaches a target, with what only main may know. */
export const transportSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ssh'), host: sshHostSchema }),
    machineSessionSchema.unwrap().extend({
      kind: z.literal('machine'),
      /** The system's proxy for the account's origin, such as `http://proxy.example:3128`. */
      proxy: z.string().nullable(),
    }),
  ]),
)
export type Transport = z.infer<typeof transportSchema>
