/** Deletes all but the `most` entries that were put in last. */
export function dropOldest(from: Map<unknown, unknown> | Set<unknown>, most: number): void {
  for (const oldest of from.keys()) {
    if (from.size <= most) return
    from.delete(oldest)
  }
}
