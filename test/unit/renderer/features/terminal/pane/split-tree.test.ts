import { describe, expect, it } from 'vitest'
import {
  leaf,
  paneBeside,
  panesOf,
  splitPane,
  withoutPane,
  withRatio,
} from '../../../../../../src/renderer/features/terminal/pane/split-tree'

const three = splitPane(splitPane(leaf('a'), 'a', 'row', 'b'), 'b', 'column', 'c')

describe('a split tree', () => {
  it('puts a new pane after the one that was split', () => {
    expect(panesOf(three)).toEqual(['a', 'b', 'c'])
    expect(panesOf(splitPane(three, 'a', 'column', 'd'))).toEqual(['a', 'd', 'b', 'c'])
    expect(splitPane(three, 'nobody', 'row', 'd')).toEqual(three)
  })

  it('gives the place of a closed pane to its neighbour', () => {
    expect(withoutPane(three, 'b')).toEqual(splitPane(leaf('a'), 'a', 'row', 'c'))
    expect(withoutPane(three, 'a')).toEqual(splitPane(leaf('b'), 'b', 'column', 'c'))
    expect(withoutPane(leaf('a'), 'a')).toBeNull()
  })

  it('moves one border and lets no part vanish', () => {
    expect(withRatio(three, ['second'], 0.3)).toMatchObject({ ratio: 0.5, second: { ratio: 0.3 } })
    expect(withRatio(three, [], 7)).toMatchObject({ ratio: 0.9 })
    expect(withRatio(three, [], -1)).toMatchObject({ ratio: 0.1 })
  })

  it('goes round through the panes', () => {
    expect(paneBeside(three, 'c', 1)).toBe('a')
    expect(paneBeside(three, 'a', -1)).toBe('c')
    expect(paneBeside(leaf('a'), 'a', 1)).toBe('a')
  })
})
