import type { Visit } from './world/population'
import type { Prng } from './world/prng'

interface Machine {
  id: string
  name: string
  host: string
}

/** The machines of the demo organisation. */
export const VSAY_MACHINES: readonly Machine[] = [
  { id: 'mch_101', name: 'Production Server', host: '192.168.1.100' },
  { id: 'mch_102', name: 'Build Runner', host: '192.168.1.110' },
  { id: 'mch_103', name: 'Game Proxy', host: '192.168.1.120' },
  { id: 'mch_104', name: 'Backup Vault', host: '192.168.1.130' },
]

export interface LogEntry {
  timestampMs: number
  type: 'command' | 'output'
  content: string
}

/** What a session that was opened through the API keeps besides a simulated one's. */
export interface LiveTerminal {
  token: string
  expiresAtMs: number
  cols: number
  rows: number
  log: LogEntry[]
  lastActivityMs: number
}

export interface VSayVisit extends Visit {
  machine: Machine
  ipAddress: string
  userAgent: string
  /** Time between two simulated commands, in milliseconds. */
  commandEveryMs: number
  terminal?: LiveTerminal
}

export interface EndedVisit extends VSayVisit {
  endedAtMs: number
}

interface Activity {
  lastActivityMs: number
  commandsCount: number
}

const COMMANDS: readonly (readonly [string, string])[] = [
  ['uptime', ' 14:02:11 up 41 days,  3:12,  2 users,  load average: 0.08, 0.12, 0.09'],
  ['ls -la', 'total 12\ndrwxr-xr-x 3 ops ops 4096 .\n-rw-r--r-- 1 ops ops  220 deploy.log'],
  ['df -h /', 'Filesystem  Size  Used Avail Use% Mounted on\n/dev/vda1    80G   31G   46G  41% /'],
  ['systemctl is-active proxy', 'active'],
  ['tail -n 1 deploy.log', 'release 214 is live'],
  ['whoami', 'ops'],
]

const LONGEST_LOG = 200

/** What happened in a session until `untilMs`. Simulated commands follow from the time; typed ones were logged. */
export function activityOf(visit: VSayVisit, untilMs: number): Activity {
  if (visit.terminal) {
    const { lastActivityMs, log } = visit.terminal
    return { lastActivityMs, commandsCount: log.filter((entry) => entry.type === 'command').length }
  }
  const commandsCount = Math.max(0, Math.floor((untilMs - visit.createdAtMs) / visit.commandEveryMs))
  return { lastActivityMs: visit.createdAtMs + commandsCount * visit.commandEveryMs, commandsCount }
}

/** The commands and outputs of a session until `untilMs`, the latest two hundred, oldest first. */
export function logsOf(visit: VSayVisit, untilMs: number): LogEntry[] {
  if (visit.terminal) return visit.terminal.log.slice(-LONGEST_LOG)
  const { commandsCount } = activityOf(visit, untilMs)
  const logs: LogEntry[] = []
  for (let index = Math.max(1, commandsCount - LONGEST_LOG / 2 + 1); index <= commandsCount; index++) {
    const timestampMs = visit.createdAtMs + index * visit.commandEveryMs
    const [command, output] = COMMANDS[index % COMMANDS.length] ?? ['true', '']
    logs.push({ timestampMs, type: 'command', content: command })
    logs.push({ timestampMs: timestampMs + 400, type: 'output', content: output })
  }
  return logs
}

/** The fields that a simulated session adds to a visit. */
export function simulatedTerminal(prng: Prng): Omit<VSayVisit, keyof Visit | 'terminal'> {
  return {
    machine: prng.pick(VSAY_MACHINES),
    ipAddress: `192.168.1.${prng.int(20, 90)}`,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) VSayTerminal/2.4',
    commandEveryMs: prng.int(9_000, 60_000),
  }
}
