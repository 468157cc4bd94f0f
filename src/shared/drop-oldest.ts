/** Leaves the `most` that came last, in the order in which they were put in. */
export function dropOldest(from: Map<unknown, unknown> | Set<unknown>, most: number): void {
  for (const oldest of from.keys()) {
    if (from.size <= most) return
    from.delete(oldest)
  }
}
