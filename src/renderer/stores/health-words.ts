import type { Account, Scope } from '../../shared/account'
import type { HealthState, ScopeHealth } from '../../shared/health'
import { maskId } from '../../shared/ids'
import { providerCatalog } from '../../shared/providers/catalog'
import { type ScriptNames, scriptNameOf } from '../../shared/script-names'
import { healthSignsText } from '../../shared/text/health-signs'
import { clockTime, middleEllipsis } from '../lib/format'

/** States, the worst first: an account has the state of its worst scope. */
const badness: readonly HealthState[] = [
  'refused',
  'offline',
  'rate-limited',
  'late',
  'partial',
  'starting',
  'paused',
  'live',
]

/** The scope that a person should look at first. */
export function worst(scopes: readonly ScopeHealth[]): ScopeHealth | undefined {
  return [...scopes].sort((a, b) => badness.indexOf(a.state) - badness.indexOf(b.state))[0]
}

/** A scope with its account's label. `secret`: how a presenter shows what is personal. */
export function scopeTitle(
  { accountId, scope }: Pick<ScopeHealth, 'accountId' | 'scope'>,
  accounts: readonly Account[],
  names: ScriptNames,
  secret: (id: string) => string,
): string {
  const account = accounts.find((each) => each.id === accountId)
  return account
    ? `${account.label}, ${scopeName(account, scope, names, secret)}`
    : healthSignsText.removedAccount
}

/** One line of proof: the request, its time, its answer; empty before the first one. */
export const evidenceLine = ({ evidence }: ScopeHealth): string =>
  evidence ? `${evidence.asked} · ${clockTime(evidence.at)} · ${evidence.answer}` : ''

/** A scope as the person knows it: `Hub 4051…0512`, or a script's name. Of a personal id only the end, if `secret` shows that. */
export function scopeName(
  account: Pick<Account, 'id' | 'provider'>,
  scope: Scope,
  names: ScriptNames,
  secret: (id: string) => string,
): string {
  const script = scope.kind === 'script' ? scope.id : null
  const name = scriptNameOf(names, { accountId: account.id, scriptId: script })
  if (name !== null) return name
  const choice = providerCatalog[account.provider].scopeChoices.find((each) => each.kind === scope.kind)
  const label = choice?.label ?? scope.kind
  if (scope.kind === 'organisation') return label
  return `${label} ${choice?.personal ? secret(maskId(scope.id)) : middleEllipsis(scope.id, 9)}`
}
