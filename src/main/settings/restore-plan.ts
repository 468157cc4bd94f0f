import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Scope } from '../../shared/account'
import { printableLine } from '../../shared/printable'
import { isPersonalScope, providerCatalog } from '../../shared/providers/catalog'
import { type Settings, settingsChangesSchema } from '../../shared/settings'
import { type SshHost, sshHostSchema } from '../../shared/terminal'
import { restorePlanText } from '../../shared/text/restore-plan'
import { type Backup, backupAccountSchema } from './backup-file'
import { checked } from './files'
import { planTemplates, planViews } from './plan-named'
import { compared, type Fields, isReadable, mistake, nameIn, type PlannedItem, refused } from './planned-item'
import type { StoredAccount } from './stored'

/** What is here now. */
export type Present = {
  /** `null`: the accounts come from outside and cannot be changed. */
  accounts: readonly StoredAccount[] | null
  hosts: readonly SshHost[]
  settings: Settings
  /** What holds where nobody chose anything. */
  defaults: Settings
  /** Whether something is kept under this name in the vault, or was: nothing of it may fall to an imported account. */
  isTaken(id: string): boolean
  newId(): string
}

/** Content of the settings, which stands for itself, and what they remember that nobody chose. */
const noSettings: ReadonlySet<string> = new Set([
  'messageTemplates',
  'savedViews',
  'scriptLabels',
  'presentation',
  'closeExplained',
  'notificationsAsked',
])

/** The settings that a backup holds as such. */
export const settingsOf = (settings: Settings): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !noSettings.has(key)))

/**
 * What an import would do, item by item. Everything passes the rules of the forms; an account never takes over an ID that
 * means something here.
 */
export function planRestore(backup: Backup, present: Present): PlannedItem[] {
  const accounts = planAccounts(backup.accounts, present)
  return [
    ...accounts.planned,
    ...planHosts(backup.hosts, present),
    ...planTemplates(backup.templates, present.settings.messageTemplates),
    ...planViews(backup.views, present.settings.savedViews, accounts.ids),
    ...planScriptNames(backup.scriptNames, present.settings.scriptLabels, accounts.ids),
    ...planSettings(backup.settings, present),
  ]
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

function planAccounts(given: readonly unknown[], present: Present) {
  /** IDs in the backup, and what they are here. */
  const ids = new Map<string, string>()
  const met = new Set<string>()
  const planned = given.map((value, index): PlannedItem => {
    const id = `account ${index}`
    const refuse = (why: string) =>
      refused(id, 'accounts', nameIn(value, restorePlanText.account(index + 1)), why)
    if (present.accounts === null) return refuse(restorePlanText.managed)
    const read = checked(value, backupAccountSchema)
    if (!read.ok) return refuse(mistake(read.error))
    const facts = providerCatalog[read.value.provider]
    const account = {
      ...read.value,
      scopes: read.value.scopes.filter((scope) => !isPersonal(read.value, scope)),
    }
    if (account.scopes.some(({ kind }) => !facts.scopeChoices.some((choice) => choice.kind === kind)))
      return refuse(restorePlanText.otherScope(facts.name))
    if (!isReadable(account.label)) return refuse(restorePlanText.unreadableName)
    const free = present.accounts.filter((each) => !met.has(each.id))
    const before =
      free.find((each) => each.id === account.id) ??
      free.find((each) => each.provider === account.provider && each.label === account.label)
    const own = uuid.test(account.id) && !met.has(account.id) && !present.isTaken(account.id)
    const next = { ...account, id: before?.id ?? (own ? account.id : present.newId()) }
    ids.set(account.id, next.id)
    met.add(next.id)
    return compared(
      { id, group: 'accounts', name: account.label, detail: `${facts.name}, ${account.baseUrl}` },
      before &&
        accountFields({ ...before, scopes: before.scopes.filter((scope) => !isPersonal(before, scope)) }),
      accountFields(next),
      { kind: 'account', account: next },
    )
  })
  return { planned, ids }
}

const isPersonal = ({ provider }: Pick<StoredAccount, 'provider'>, scope: Scope): boolean =>
  isPersonalScope(provider, scope)

/** What of an account differs, as the form calls it. */
const accountFields = (account: StoredAccount): Fields => ({
  name: account.label,
  service: account.provider,
  address: account.baseUrl,
  authHeader: account.authHeader,
  scopes: account.scopes,
  onOrOff: account.enabled,
  notifications: account.notify,
  requestsPerMinute: account.requestsPerMinute,
})

const addressOf = ({ user, host, port }: SshHost): string => `${user}@${host}${port === 22 ? '' : `:${port}`}`

function planHosts(given: readonly unknown[], present: Present): PlannedItem[] {
  const met = new Set<string>()
  return given.map((value, index) => {
    const id = `host ${index}`
    const refuse = (why: string) => refused(id, 'hosts', nameIn(value, restorePlanText.host(index + 1)), why)
    const read = checked(value, sshHostSchema)
    if (!read.ok) return refuse(mistake(read.error))
    const host = read.value
    if (!isReadable(host.label) || !isReadable(host.group)) return refuse(restorePlanText.unreadableName)
    const free = present.hosts.filter((each) => !met.has(each.id))
    const before =
      free.find((each) => each.id === host.id) ??
      free.find((each) => each.label === host.label && addressOf(each) === addressOf(host))
    const own = uuid.test(host.id) && !met.has(host.id)
    const next = { ...host, id: before?.id ?? (own ? host.id : present.newId()) }
    met.add(next.id)
    const does = [
      ...(host.jumps.length > 0 ? [restorePlanText.jumpCount(host.jumps.length)] : []),
      ...(host.forwards.length > 0 ? [restorePlanText.forwardCount(host.forwards.length)] : []),
      ...(host.agentForwarding ? [restorePlanText.forwardsAgent] : []),
      ...(host.logOutput ? [restorePlanText.keepsOutput] : []),
    ]
    return compared(
      { id, group: 'hosts', name: host.label, detail: [addressOf(host), ...does].join(', ') },
      before && hostFields(before),
      hostFields(next),
      { kind: 'host', host: next },
    )
  })
}

const hostFields = (host: SshHost): Fields => ({
  name: host.label,
  address: addressOf(host),
  group: host.group,
  keys: [host.identityFiles, host.identitiesOnly, host.identityAgent ?? null],
  jumps: host.jumps,
  forwards: host.forwards,
  agentForwarding: host.agentForwarding,
  hostKey: host.hostKeyAlias ?? null,
  keepAlive: host.keepAliveSeconds,
  keptOutput: host.logOutput,
})

/** New names are one item, those that would change another one: nobody looks through thousands. */
function planScriptNames(
  given: Readonly<Record<string, unknown>>,
  present: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): PlannedItem[] {
  const here = new Map(
    Object.entries(given).map(([key, name]) => {
      const [account = '', ...script] = key.split('/')
      return [[ids.get(account) ?? account, ...script].join('/'), name]
    }),
  )
  const read = checked(Object.fromEntries(here), settingsChangesSchema.unwrap().shape.scriptLabels.unwrap())
  if (!read.ok) return [refused('script names', 'scripts', restorePlanText.scriptNames, mistake(read.error))]
  const names = Object.entries(read.value)
  const added = names.filter(([key]) => !Object.hasOwn(present, key))
  const changed = names.filter(([key, name]) => Object.hasOwn(present, key) && present[key] !== name)
  const item = (effect: 'add' | 'replace', some: typeof names, detail: string): PlannedItem[] =>
    some.length === 0
      ? []
      : [
          {
            item: {
              id: `script names ${effect}`,
              group: 'scripts',
              name: detail,
              detail: '',
              effect,
              why: effect === 'add' ? '' : restorePlanText.callOtherwise,
            },
            content: { kind: 'scriptNames', names: Object.fromEntries(some) },
          },
        ]
  return [
    ...item('add', added, restorePlanText.newNames(added.length)),
    ...item('replace', changed, restorePlanText.otherNames(changed.length)),
  ]
}

function planSettings(
  given: Readonly<Record<string, unknown>>,
  { settings, defaults }: Present,
): PlannedItem[] {
  const schemas: Readonly<Record<string, z.ZodType>> = settingsChangesSchema.unwrap().shape
  const present: Readonly<Record<string, unknown>> = settingsOf(settings)
  const usual: Readonly<Record<string, unknown>> = settingsOf(defaults)
  return Object.entries(given).map(([key, value]) => {
    const id = `setting ${key}`
    const schema = Object.hasOwn(present, key) && Object.hasOwn(schemas, key) ? schemas[key] : undefined
    if (!schema) return refused(id, 'settings', printableLine(key, 60), restorePlanText.noSetting)
    const read = checked(value, schema)
    if (!read.ok) return refused(id, 'settings', key, mistake(read.error))
    const before = present[key]
    const same = isDeepStrictEqual(before, read.value)
    const isChosen = !isDeepStrictEqual(before, usual[key])
    const effect = same ? 'same' : isChosen ? 'replace' : 'add'
    return {
      item: {
        id,
        group: 'settings',
        name: key,
        detail: same ? valueWords(before) : `${valueWords(before)} → ${valueWords(read.value)}`,
        effect,
        why: '',
      },
      content: {
        kind: 'setting',
        changes: { ...settingsChangesSchema.parse({ [key]: read.value }), ...answered(key) },
      },
    }
  })
}

/** Whoever takes over whether they are notified need not be asked any more. */
const answered = (key: string): Partial<Settings> =>
  key === 'notifications' ? { notificationsAsked: true } : {}

function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? restorePlanText.on : restorePlanText.off
  if (typeof value === 'number') return restorePlanText.seconds(value / 1_000)
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return restorePlanText.ownKeys(Object.keys(value).length)
  return typeof value === 'string' && value !== '' ? printableLine(value, 60) : restorePlanText.none
}
