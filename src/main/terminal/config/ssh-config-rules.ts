import { matchesPatternList } from './patterns'
import type { Directive } from './ssh-config-file'
import { expandTokens } from './ssh-config-values'

/** What a config says about one host name: the first value of each keyword, or all where they add up. */
export type Rules = Map<string, Directive[]>

const cumulative = new Set(['identityfile', 'localforward'])

/** Applies a config to the name that a person would give to `ssh`, as OpenSSH does: the first value counts. */
export function rulesFor(directives: readonly Directive[], alias: string, localUser: string): Rules {
  const rules: Rules = new Map()

  const apply = (block: readonly Directive[], activeAround: boolean) => {
    let active = activeAround
    for (const directive of block) {
      const { keyword, args } = directive
      if (keyword === 'host') active = activeAround && matchesPatternList(args, alias)
      else if (keyword === 'match') active = activeAround && matchApplies(args, alias, localUser, rules)
      else if (keyword === 'include') for (const file of directive.included) apply(file, active)
      else if (active) {
        const known = rules.get(keyword)
        if (!known && isOverruled(keyword, rules)) continue
        if (!known) rules.set(keyword, [directive])
        else if (cumulative.has(keyword)) known.push(directive)
      }
    }
  }
  apply(directives, true)
  return rules
}

/** Whether a word for the way comes after the other one. `ProxyJump none`, alone, leaves a command its turn. */
function isOverruled(keyword: string, rules: Rules): boolean {
  if (keyword === 'proxyjump') return rules.has('proxycommand')
  return keyword === 'proxycommand' && (ruleValue(rules, 'proxyjump') ?? 'none').toLowerCase() !== 'none'
}

/** The first word of a rule. */
export const ruleValue = (rules: Rules, keyword: string): string | undefined =>
  rules.get(keyword)?.[0]?.args[0]

/** The name or address that a rule leads to; `null` where a placeholder in it cannot be told. */
export function hostNameOf(rules: Rules, alias: string): string | null {
  const name = ruleValue(rules, 'hostname')
  return name ? expandTokens(name, { h: alias }) : alias
}

/** One criterion of Match. */
type Criterion = { keyword: string; negated: boolean; value: string | null }

/** Reads Match's arguments. */
export function readCriteria(args: readonly string[]): Criterion[] {
  const words = args.flatMap((arg) => {
    const [, word, value] = /^(!?[a-z]+)=(.*)$/i.exec(arg) ?? []
    return word ? [word, value ?? ''] : [arg]
  })
  const criteria: Criterion[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toLowerCase() ?? ''
    const keyword = word.replace(/^!/, '')
    const alone = keyword === 'all' || keyword === 'final' || keyword === 'canonical'
    criteria.push({ keyword, negated: word.startsWith('!'), value: alone ? null : (words[++at] ?? '') })
  }
  return criteria
}

/** The criteria of Match that we can tell without executing or looking up anything. */
export const supportedCriteria = new Set(['all', 'host', 'originalhost', 'user', 'localuser'])

function matchApplies(args: readonly string[], alias: string, localUser: string, rules: Rules): boolean {
  const subjects: Record<string, string> = {
    host: hostNameOf(rules, alias) ?? alias,
    originalhost: alias,
    user: ruleValue(rules, 'user') ?? localUser,
    localuser: localUser,
  }
  return readCriteria(args).every(({ keyword, negated, value }) => {
    if (!supportedCriteria.has(keyword)) return false
    const subject = subjects[keyword]
    const matches = subject === undefined || matchesPatternList((value ?? '').split(','), subject)
    return matches !== negated
  })
}
