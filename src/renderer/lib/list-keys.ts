/** Where a key moves the focus among `count` rows from `index`, with `page` rows on screen; `null`: it does not. */
export function movedIndex(key: string, index: number, count: number, page: number): number | null {
  const last = count - 1
  const to: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: last,
  }
  const wanted = to[key]
  return wanted === undefined || count === 0 ? null : Math.max(0, Math.min(last, wanted))
}
