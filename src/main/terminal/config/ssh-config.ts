import os from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { printable, printableLine } from '../../../shared/printable'
import {
  type Jump,
  type KeyChoice,
  type LocalForward,
  type SshConfigScan,
  type SshHost,
  sshHostSchema,
  usualKeepAliveSeconds,
} from '../../../shared/terminal'
import { sshConfigText } from '../../../shared/text/ssh-config'
import { noFile } from '../../ssh-secrets'
import { fileTrouble } from '../failure'
import { type Directive, readSshConfig } from './ssh-config-file'
import { noteUnsupported } from './ssh-config-notes'
import { hostNameOf, type Rules, rulesFor, ruleValue } from './ssh-config-rules'
import { expandTokens, jumpOfCommand, readDestination, readForward, readSeconds } from './ssh-config-values'

const maxHosts = 1_000
const maxNotes = 300
/** Most hops a saved host can have. */
const maxJumps = 8

/**
 * Reads the user's OpenSSH config: every Host that is a name and not a pattern, with what the whole file says about it.
 * Nothing in the file is executed or looked up. What is not followed is in the notes.
 *
 * @param home the home folder, where `.ssh/config` may be
 * @param localUser who a host without User is signed in to as
 */
export async function scanSshConfig(
  home: string,
  localUser = os.userInfo().username,
): Promise<SshConfigScan> {
  const notes = new Set<string>()
  const note = (line: string) => {
    if (notes.size < maxNotes) notes.add(printableLine(line))
  }
  const file = path.join(home, '.ssh', 'config')
  const directives = await readSshConfig(file, home, note).catch((error) => {
    note(sshConfigText.unreadable(file, fileTrouble(error)))
    return []
  })
  noteUnsupported(directives, note)
  const names = aliases(directives)
  if (names.length > maxHosts) note(sshConfigText.onlyFirst(maxHosts, names.length))

  const hosts: SshHost[] = []
  for (const alias of names.slice(0, maxHosts)) {
    // Each host walks the whole file, so yield to other work in between.
    await setImmediate()
    if (printable(alias) !== alias) {
      note(sshConfigText.leftOutForName(alias))
      continue
    }
    const rules = rulesFor(directives, alias, localUser)
    const candidate = readHost({ alias, rules, directives, home, localUser, note })
    if (!candidate) {
      note(sshConfigText.leftOutForCommand(alias))
      continue
    }
    const checked = sshHostSchema.safeParse(candidate)
    if (checked.success) {
      hosts.push(checked.data)
      continue
    }
    const wrong = [...new Set(checked.error.issues.map((issue) => String(issue.path[0])))]
    note(sshConfigText.leftOutForValues(alias, wrong))
  }
  return { hosts, notes: [...notes] }
}

/** The names that Host lines give, in order, each once. */
function aliases(directives: readonly Directive[]): string[] {
  const names = directives.flatMap(({ keyword, args, included }) => {
    if (keyword === 'include') return included.flatMap(aliases)
    return keyword === 'host' ? args.filter((name) => !/[*?!,]/.test(name)) : []
  })
  return [...new Set(names)]
}

type Context = {
  alias: string
  rules: Rules
  directives: readonly Directive[]
  home: string
  localUser: string
  note(line: string): void
}

/** One host in our words, not yet checked; `null` where only a program leads to it. */
function readHost(context: Context): SshHost | null {
  const { alias, rules, localUser } = context
  // A name that cannot be told must not become another one: it is left out with its host.
  const host = hostNameOf(rules, alias) ?? ''
  const user = ruleValue(rules, 'user') ?? localUser
  const jumps = readJumps(context, [alias])
  return (
    jumps && {
      id: `ssh-config:${alias}`,
      label: alias.slice(0, 60),
      group: '',
      host,
      port: portOf(rules),
      user,
      ...hostKeyAlias(rules),
      ...keyChoice(context, host, user),
      jumps,
      forwards: forwards(context),
      agentForwarding: agentForwarding(context),
      keepAliveSeconds: keepAliveSeconds(context),
      logOutput: false,
    }
  )
}

/** OpenSSH reads both. */
const isYes = (value: string | undefined): boolean => /^(yes|true)$/i.test(value ?? '')

const portOf = (rules: Rules): number => Number(ruleValue(rules, 'port') ?? 22)

/** What OpenSSH's tokens stand for, as far as it can be told before a connection. */
const tokensOf = ({ alias, rules, home, localUser }: Context, host: string, user: string) => ({
  d: home,
  h: host,
  i: String(os.userInfo().uid),
  k: ruleValue(rules, 'hostkeyalias') ?? alias,
  n: alias,
  p: String(portOf(rules)),
  r: user,
  u: localUser,
})

/** Absent where there is none. OpenSSH compares it in lower case. */
function hostKeyAlias(rules: Rules): { hostKeyAlias?: string } {
  const alias = ruleValue(rules, 'hostkeyalias')
  return alias === undefined ? {} : { hostKeyAlias: alias.toLowerCase() }
}

function keyChoice(context: Context, host: string, user: string): KeyChoice {
  const { rules, note } = context
  const choice = {
    identityFiles: identityFiles(context, host, user),
    identitiesOnly: isYes(ruleValue(rules, 'identitiesonly')),
  }
  const [directive] = rules.get('identityagent') ?? []
  const named = directive?.args[0]
  if (!named) return choice
  const identityAgent = expandTokens(named, tokensOf(context, host, user))
  if (identityAgent !== null) return { ...choice, identityAgent }
  note(`${directive.place}: IdentityAgent ${named}: ${sshConfigText.agentPlaceholder}`)
  return { ...choice, identityAgent: 'none' }
}

function identityFiles(context: Context, host: string, user: string): string[] {
  const { rules, note } = context
  const files = (rules.get('identityfile') ?? []).flatMap(({ args, place }) => {
    const file = args[0] ?? ''
    if (file.toLowerCase() === noFile) return [noFile]
    if (/_sk$/.test(file)) {
      note(`${place}: ${file}: ${sshConfigText.securityKeys}`)
      return []
    }
    const expanded = expandTokens(file, tokensOf(context, host, user))
    if (expanded !== null && !expanded.includes('${')) return [expanded]
    note(`${place}: ${file}: ${sshConfigText.placeholder}`)
    return []
  })
  return [...new Set(files)]
}

/**
 * The hops to a host.
 *
 * @param trail the names on the way here, against loops
 * @returns null where a program leads there, which is not started
 */
function readJumps(context: Context, trail: readonly string[]): Jump[] | null {
  const { alias: target, rules, directives, home, localUser, note } = context
  const [directive] = rules.get('proxycommand') ?? rules.get('proxyjump') ?? []
  if (!directive) return []
  const { keyword, args } = directive
  const isNone = args.length === 1 && args[0]?.toLowerCase() === 'none'
  if (isNone) return []
  const text = keyword === 'proxycommand' ? jumpOfCommand(args) : (args[0] ?? '')
  if (text === null) return null
  const tokens = tokensOf(context, hostNameOf(rules, target) ?? target, ruleValue(rules, 'user') ?? localUser)

  const jumps: Jump[] = []
  for (const [index, part] of text.split(',').entries()) {
    const expanded = expandTokens(part, tokens)
    const destination = expanded === null ? null : readDestination(expanded)
    if (!destination) {
      note(`${directive.place}: ${sshConfigText.cannotBeRead(`ProxyJump ${part}`)}`)
      // A hop that no host can have: without it the way would be another one, so the host is left out.
      jumps.push({ host: '', port: 22, user: null })
      continue
    }
    const { host: alias } = destination
    if (trail.includes(alias) || trail.length > maxJumps) {
      note(`${directive.place}: ${sshConfigText.jumpsToItself(`ProxyJump ${alias}`)}`)
      continue
    }
    const jumpRules = rulesFor(directives, alias, localUser)
    const jumpContext = { alias, rules: jumpRules, directives, home, localUser, note }
    const host = hostNameOf(jumpRules, alias) ?? ''
    const user = destination.user ?? ruleValue(jumpRules, 'user') ?? localUser
    // As in OpenSSH, only the hop next to us follows a ProxyJump of its own: the others are reached through the list.
    const before = index === 0 ? readJumps(jumpContext, [...trail, alias]) : []
    if (!before) return null
    jumps.push(...before, {
      host,
      port: destination.port ?? portOf(jumpRules),
      user,
      ...hostKeyAlias(jumpRules),
      keys: keyChoice(jumpContext, host, user),
    })
  }
  return jumps
}

function forwards({ rules, note }: Context): LocalForward[] {
  return (rules.get('localforward') ?? []).flatMap(({ args, place }) => {
    const forward = readForward(args)
    if (typeof forward !== 'string') return [forward]
    note(`${place}: ${forward}`)
    return []
  })
}

function agentForwarding({ rules, note }: Context): boolean {
  const [directive] = rules.get('forwardagent') ?? []
  const value = directive?.args[0]
  if (directive && !isYes(value) && !/^(no|false)$/i.test(value ?? '')) {
    note(`${directive.place}: ${sshConfigText.forwardsOtherAgent('ForwardAgent')}`)
  }
  return isYes(value)
}

function keepAliveSeconds({ rules, note }: Context): number {
  const [directive] = rules.get('serveraliveinterval') ?? []
  // Unlike OpenSSH: a dead peer is noticed even where nobody configured it.
  if (!directive) return usualKeepAliveSeconds
  const seconds = readSeconds(directive.args[0] ?? '')
  if (seconds === null) note(`${directive.place}: ${sshConfigText.cannotBeRead('ServerAliveInterval')}`)
  return Math.min(seconds ?? 0, 3_600)
}
