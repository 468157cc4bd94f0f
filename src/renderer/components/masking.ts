/**
 * What stands for a personal value until it is revealed: always the same dots, so that not even its length shows.
 */
export const maskedText = '••••••••'

/** Cuts the middle out of a long id: both ends are what people compare. At most `max` characters remain. */
export function cutMiddle(id: string, max = 22): string {
  if (id.length <= max) return id
  const kept = max - 1
  const head = Math.ceil(kept / 2)
  return `${id.slice(0, head)}…${id.slice(id.length - (kept - head))}`
}
