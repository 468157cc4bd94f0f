import { z } from 'zod'
import {
  listedHostSchema,
  promptAnswerSchema,
  sshConfigScanSchema,
  sshHostSchema,
  terminalPromptSchema,
  terminalSchema,
  terminalSizeSchema,
  terminalTargetSchema,
  transportSchema,
} from '../terminal'
import { byId, type EventSpec, nothing, type RequestSpec } from './parts'

/** Terminals and their hosts. */
export const requests = {
  /** Opens a tab's terminal; the shell finds the host or creates a session on the machine, then starts the connection. */
  'terminal.open': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ target: terminalTargetSchema, size: terminalSizeSchema }),
    output: terminalSchema,
  },
  /** Hands the tab's port to the window (see `terminal-frames`), with the recent output first. */
  'terminal.attach': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Connects a lost or ended terminal again at once, in place. */
  'terminal.reconnect': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Ends the connection and forgets the terminal. */
  'terminal.close': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Survives the terminals thread: the shell keeps its last state of each terminal. */
  'terminal.list': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.array(terminalSchema),
  },
  /** Answers a prompt; the shell saves a secret where the person chose that. */
  'terminal.answer': { owner: 'shell', audience: 'window', input: promptAnswerSchema, output: nothing },
  'host.list': { owner: 'shell', audience: 'window', input: nothing, output: z.array(listedHostSchema) },
  'host.save': { owner: 'shell', audience: 'window', input: sshHostSchema, output: nothing },
  'host.remove': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Reads the user's OpenSSH config file. Nothing in it is executed. */
  'host.scan': { owner: 'terminals', audience: 'window', input: nothing, output: sshConfigScanSchema },
  'terminal.start': {
    owner: 'terminals',
    audience: 'shell',
    input: z.lazy(() =>
      z.object({
        id: z.string(),
        target: terminalTargetSchema,
        label: z.string(),
        sessionKey: z.string().nullable(),
        transport: transportSchema,
        size: terminalSizeSchema,
      }),
    ),
    output: terminalSchema,
  },
  /** Connects again in place; one on a machine may come with a new session. */
  'terminal.restart': {
    owner: 'terminals',
    audience: 'shell',
    input: z.lazy(() => byId.extend({ sessionKey: z.string().nullable(), transport: transportSchema })),
    output: nothing,
  },
  /** The route of the terminal's next automatic attempt: the network may be another one by then. */
  'terminal.reroute': {
    owner: 'terminals',
    audience: 'shell',
    input: z.lazy(() => byId.extend({ transport: transportSchema })),
    output: nothing,
  },
  'terminal.stop': { owner: 'terminals', audience: 'shell', input: byId, output: nothing },
  'terminal.resolve': {
    owner: 'terminals',
    audience: 'shell',
    input: z.lazy(() => promptAnswerSchema.unwrap().omit({ remember: true })),
    output: nothing,
  },
  /** `resumed`: the machine woke up; lost terminals are tried once. */
  'terminal.resumed': { owner: 'terminals', audience: 'shell', input: nothing, output: nothing },
  /** The app quits: ends every connection, and answers when the output that is kept is on the disk. */
  'terminal.leave': { owner: 'terminals', audience: 'shell', input: nothing, output: nothing },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  'terminal.changed': { owner: 'terminals', payload: terminalSchema },
  'terminal.closed': { owner: 'terminals', payload: byId },
  'terminal.prompt': { owner: 'terminals', payload: terminalPromptSchema },
  /** The prompt was answered or does not matter any more. */
  'terminal.prompt-done': { owner: 'terminals', payload: byId },
  /** A new terminals thread replaces one that died and knows nothing yet: the window has to request `terminal.list`. */
  'terminal.restarted': { owner: 'shell', payload: nothing },
  'host.changed': { owner: 'shell', payload: z.array(listedHostSchema) },
} as const satisfies Record<string, EventSpec>
