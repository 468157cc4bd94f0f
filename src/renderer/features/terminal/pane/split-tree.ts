/** How the panes of one tab share its space. `row` puts them beside each other, `column` below each other. */
export type SplitDirection = 'row' | 'column'

export type SplitTree =
  | { kind: 'leaf'; pane: string }
  | {
      kind: 'split'
      direction: SplitDirection
      /** The first part's share, 0 to 1. */
      ratio: number
      first: SplitTree
      second: SplitTree
    }

/** Which of the two parts to take at each split, from the top. */
export type SplitPath = readonly ('first' | 'second')[]

/** Smallest share of a part, 0 to 1. */
export const smallestRatio = 0.1

/** A tree of one pane. */
export const leaf = (pane: string): SplitTree => ({ kind: 'leaf', pane })

/** The panes in reading order. */
export const panesOf = (tree: SplitTree): string[] =>
  tree.kind === 'leaf' ? [tree.pane] : [...panesOf(tree.first), ...panesOf(tree.second)]

/** Halves the place of `pane`; `added` comes right of it or below it. */
export function splitPane(
  tree: SplitTree,
  pane: string,
  direction: SplitDirection,
  added: string,
): SplitTree {
  if (tree.kind === 'leaf')
    return tree.pane === pane
      ? { kind: 'split', direction, ratio: 0.5, first: tree, second: leaf(added) }
      : tree
  return {
    ...tree,
    first: splitPane(tree.first, pane, direction, added),
    second: splitPane(tree.second, pane, direction, added),
  }
}

/** Gives the place of `pane` to its neighbour; `null` when it was the last. */
export function withoutPane(tree: SplitTree, pane: string): SplitTree | null {
  if (tree.kind === 'leaf') return tree.pane === pane ? null : tree
  const first = withoutPane(tree.first, pane)
  const second = withoutPane(tree.second, pane)
  return first && second ? { ...tree, first, second } : (first ?? second)
}

/** Moves the border of the split at `path`. */
export function withRatio(tree: SplitTree, path: SplitPath, ratio: number): SplitTree {
  if (tree.kind === 'leaf') return tree
  const [step, ...rest] = path
  if (step === undefined)
    return { ...tree, ratio: Math.min(1 - smallestRatio, Math.max(smallestRatio, ratio)) }
  return { ...tree, [step]: withRatio(tree[step], rest, ratio) }
}

/** The pane after (or, with -1, before) this one in reading order, round and round. */
export function paneBeside(tree: SplitTree, pane: string, step: -1 | 1): string {
  const panes = panesOf(tree)
  const at = panes.indexOf(pane)
  return panes[(at + step + panes.length) % panes.length] ?? pane
}
