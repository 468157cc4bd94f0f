import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import {
  type AccountConfig,
  accountConfigSchema,
  authHeaderSchema,
  baseUrlSchema,
  credentialSchema,
  headersSchema,
  providerIdSchema,
} from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { type Settings, settingsChangesSchema } from '../../shared/settings'
import { type SshHost, sshHostSchema, usualKeepAliveSeconds } from '../../shared/terminal'
import { ownFilesText } from '../../shared/text/own-files'
import { checked, readJson } from './files'

const base = accountConfigSchema.unwrap().shape

const configAccountSchema = z.strictObject({
  provider: providerIdSchema,
  label: base.label,
  baseUrl: baseUrlSchema.optional().describe("The service's address; the known default when left out."),
  credential: credentialSchema.describe(
    'The API key or token. A secret: keep this file readable to you only.',
  ),
  headers: headersSchema.optional().describe('Extra request headers. Their values are secrets.'),
  authHeader: authHeaderSchema
    .optional()
    .describe('How the credential is sent, where it is not the default.'),
  scopes: base.scopes
    .optional()
    .describe('What to watch; required where the service cannot list everything that the key can see.'),
  enabled: base.enabled.optional(),
  notify: base.notify.optional().describe('Desktop notifications for arrivals.'),
  requestsPerMinute: base.requestsPerMinute.optional(),
})

const { id: _, ...host } = sshHostSchema.unwrap().shape

const configHostSchema = z.strictObject({
  ...host,
  group: host.group.optional().describe('The heading under which it is listed.'),
  port: host.port.optional().describe('22 when left out.'),
  identityFiles: host.identityFiles
    .optional()
    .describe('Private key files to try; the usual ones when left out, "none" for no file.'),
  identitiesOnly: host.identitiesOnly.optional().describe('Only those files, not every key of the agent.'),
  identityAgent: host.identityAgent.describe(
    'The socket of the agent to ask in place of the usual one; "none" asks none.',
  ),
  hostKeyAlias: host.hostKeyAlias.describe('The name by which known_hosts knows it, if not by its address.'),
  jumps: host.jumps.optional().describe('Hops on the way, the one next to this machine first.'),
  forwards: host.forwards.optional().describe('Local ports that lead to addresses behind the host.'),
  agentForwarding: host.agentForwarding.optional().describe('Off when left out.'),
  keepAliveSeconds: host.keepAliveSeconds
    .optional()
    .describe(`${usualKeepAliveSeconds} when left out; 0 is off.`),
  logOutput: host.logOutput.describe('Keeps all output of its terminals in a file of the data folder.'),
})

/** What `--config FILE` accepts. Unknown names are errors, so that a typo is not a silent default. */
const configFileSchema = z.strictObject({
  $schema: z.string().optional(),
  accounts: z.array(configAccountSchema).max(100),
  settings: settingsChangesSchema.optional(),
  hosts: z.array(configHostSchema).max(500).optional().describe('SSH hosts that the terminals offer.'),
})

/** A managed workspace: accounts with secrets, the settings it decides, and its SSH hosts. */
export type ManagedWorkspace = { accounts: AccountConfig[]; settings: Partial<Settings>; hosts: SshHost[] }

/**
 * Reads a config file and fills in the providers' known defaults; `''` is a `--config` without its value. Errors are of
 * kind `config`; their path is the place inside the file, and no value is ever repeated.
 */
export function readConfigFile(file: string): Result<ManagedWorkspace> {
  if (!file) return err(configError('', ownFilesText.configUnnamed))
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return err(configError('', ownFilesText.configUnreadable(file)))
  }
  const name = path.basename(file)
  const json = readJson(text)
  if (!json.ok) return err(configError('', ownFilesText.configWrong(name, json.error)))
  const read = readWorkspace(json.value)
  if (read.ok || read.error.kind !== 'config') return read
  const message = ownFilesText.configWrong(name, ownFilesText.mistake(read.error.message))
  return err({ ...read.error, message })
}

/** The same for a value that is parsed already, such as the demo's workspace; an error's message begins with its place. */
export function readWorkspace(value: unknown): Result<ManagedWorkspace> {
  const parsed = checked(value, configFileSchema)
  if (!parsed.ok) return err(mistake(parsed.error.place, parsed.error.what))
  const { accounts: given, settings, hosts: givenHosts } = parsed.value
  const accounts: AccountConfig[] = []
  for (const [index, account] of given.entries()) {
    const facts = providerCatalog[account.provider]
    const scopes = account.scopes ?? [...facts.defaultScopes]
    if (scopes.length === 0)
      return err(mistake(`accounts[${index}].scopes`, ownFilesText.needsScope(facts.name)))
    const known = facts.scopeChoices.map((choice) => choice.kind)
    const wrong = scopes.findIndex((scope) => !known.includes(scope.kind))
    if (wrong >= 0) {
      const place = `accounts[${index}].scopes[${wrong}].kind`
      return err(mistake(place, ownFilesText.mustBeOneOfFor(known, facts.name)))
    }
    accounts.push({
      // The position makes the id, so the same file gives the same session keys every run.
      id: `${account.provider}-${index + 1}`,
      provider: account.provider,
      label: account.label,
      baseUrl: account.baseUrl ?? facts.baseUrl,
      authHeader: account.authHeader ?? facts.authHeader,
      scopes,
      enabled: account.enabled ?? true,
      notify: account.notify ?? true,
      requestsPerMinute: account.requestsPerMinute ?? facts.requestsPerMinute,
      credential: account.credential,
      headers: account.headers ?? {},
    })
  }
  const hosts = (givenHosts ?? []).map((host, index) => readHost(host, index))
  return ok({ accounts, settings: settings ?? {}, hosts })
}

function readHost(given: z.infer<typeof configHostSchema>, index: number): SshHost {
  return {
    // The position makes the id, as for accounts, so a tab of the last run finds its host again.
    id: `host-${index + 1}`,
    label: given.label,
    host: given.host,
    user: given.user,
    group: given.group ?? '',
    port: given.port ?? 22,
    identityFiles: given.identityFiles ?? [],
    identitiesOnly: given.identitiesOnly ?? false,
    identityAgent: given.identityAgent,
    hostKeyAlias: given.hostKeyAlias,
    jumps: given.jumps ?? [],
    forwards: given.forwards ?? [],
    agentForwarding: given.agentForwarding ?? false,
    keepAliveSeconds: given.keepAliveSeconds ?? usualKeepAliveSeconds,
    logOutput: given.logOutput,
  }
}

const configError = (path: string, message: string): AppError => ({ kind: 'config', path, message })

const mistake = (place: string, what: string): AppError =>
  configError(place, `${place || ownFilesText.topLevel}: ${what}`)

/** The published JSON schema of `--config` files. */
export function configJsonSchema(): unknown {
  return {
    title: 'Sessiondeck config file',
    description: 'Accounts and settings for one run: sessiondeck --config FILE. Nothing of it is stored.',
    // Checks that JSON Schema cannot say (a URL may be http: on loopback only) stay with the app.
    ...z.toJSONSchema(configFileSchema, { io: 'input', unrepresentable: 'any' }),
  }
}
