import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { terminalText } from '../../../../shared/text/terminal'
import type { Tab } from '../tabs/saved-tabs'
import { setRatio } from '../tabs/terminal-tabs'
import { Pane } from './Pane'
import styles from './panes.module.css'
import { panesOf, type SplitPath, type SplitTree, smallestRatio } from './split-tree'

/** One press of an arrow moves a border by this share. */
const ratioStep = 0.02

/** The panes of the tab that is shown. */
export function SplitView({ tab }: { tab: Tab }) {
  return <Part tab={tab} tree={tab.tree} path={[]} alone={panesOf(tab.tree).length === 1} />
}

type PartProps = { tab: Tab; tree: SplitTree; path: SplitPath; alone: boolean }

function Part({ tab, tree, path, alone }: PartProps) {
  const box = useRef<HTMLDivElement>(null)
  if (tree.kind === 'leaf')
    return <Pane key={tree.pane} paneId={tree.pane} focused={tab.focused === tree.pane} alone={alone} />
  const move = (ratio: number) => setRatio(tab.id, path, ratio)
  return (
    <div ref={box} className={styles.split} data-direction={tree.direction}>
      <div className={styles.part} style={{ '--share': tree.ratio } as CSSProperties}>
        <Part tab={tab} tree={tree.first} path={[...path, 'first']} alone={alone} />
      </div>
      <Border
        direction={tree.direction}
        ratio={tree.ratio}
        onMove={move}
        onDrag={(event) => {
          const bounds = box.current?.getBoundingClientRect()
          if (!bounds) return
          const along = tree.direction === 'row' ? event.clientX - bounds.left : event.clientY - bounds.top
          move(along / (tree.direction === 'row' ? bounds.width : bounds.height))
        }}
      />
      <div className={styles.part} style={{ '--share': 1 - tree.ratio } as CSSProperties}>
        <Part tab={tab} tree={tree.second} path={[...path, 'second']} alone={alone} />
      </div>
    </div>
  )
}

function Border(props: {
  direction: 'row' | 'column'
  ratio: number
  onMove(ratio: number): void
  onDrag(event: PointerEvent): void
}) {
  const { direction, ratio, onMove } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -ratioStep,
      ArrowUp: -ratioStep,
      ArrowRight: ratioStep,
      ArrowDown: ratioStep,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    onMove(ratio + step)
  }
  return (
    <hr
      tabIndex={0}
      aria-label={terminalText.paneBorder}
      aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(ratio * 100)}
      aria-valuemin={smallestRatio * 100}
      aria-valuemax={100 - smallestRatio * 100}
      className={styles.border}
      data-direction={direction}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) props.onDrag(event)
      }}
      onDoubleClick={() => onMove(0.5)}
      onKeyDown={onKeyDown}
    />
  )
}
