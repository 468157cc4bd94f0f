import type { ScriptInfo } from './script'
import { scriptKey } from './script-facts'

/** What scripts are called, by `scriptKey`; those without a name are not in it. */
export type ScriptNames = ReadonlyMap<string, string>

/** The names of scripts: the service's own goes before what the person calls it. `infos` by `scriptKey`. */
export function scriptNames(
  labels: Readonly<Record<string, string>>,
  infos: Iterable<readonly [string, Pick<ScriptInfo, 'name'> | null]>,
): ScriptNames {
  const names = new Map(Object.entries(labels))
  for (const [key, info] of infos) if (info?.name) names.set(key, info.name)
  return names
}

/** Whether two sets of names say the same. */
export const sameNames = (a: ScriptNames, b: ScriptNames): boolean =>
  a.size === b.size && [...a].every(([key, name]) => b.get(key) === name)

/** What a session's script is called; `null` where it has no name or runs none. */
export const scriptNameOf = (
  names: ScriptNames,
  { accountId, scriptId }: { accountId: string; scriptId: string | null },
): string | null => (scriptId === null ? null : (names.get(scriptKey({ accountId, scriptId })) ?? null))
