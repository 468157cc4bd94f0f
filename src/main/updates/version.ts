/** What a released version looks like. Others, such as `1.0.0-beta`, are never offered. */
export const releasedVersion = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/

/** Whether a released version is newer than the one that runs; of a pre-release its final version is. */
export function isNewer(released: string, running: string): boolean {
  const [core = '', ...pre] = running.split('-')
  const theirs = released.split('.').map(Number)
  const ours = core.split('.').map(Number)
  for (const [index, part] of theirs.entries()) {
    const own = ours[index] ?? 0
    if (part !== own) return part > own
  }
  return pre.length > 0
}
