import {
  cloneElement,
  createContext,
  type FocusEvent,
  type HTMLAttributes,
  lazy,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useState,
} from 'react'
import { keysOf, type ShortcutHint } from '../lib/shortcuts'
import { Kbd } from './Kbd'
import { Tooltips } from './tooltips'

const TooltipPopup = lazy(() => import('./TooltipPopup').then((module) => ({ default: module.TooltipPopup })))

const TooltipsContext = createContext<Tooltips | null>(null)

/** Lets neighbouring tooltips follow each other without a delay; wraps the whole window once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [tooltips] = useState(() => new Tooltips())
  useEffect(() => tooltips.connect(), [tooltips])
  return <TooltipsContext value={tooltips}>{children}</TooltipsContext>
}

/** What the element must pass on to the one that it draws. */
type Handlers = Pick<
  HTMLAttributes<Element>,
  'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur' | 'onClick'
>

/**
 * A word about the element under the pointer, or that the person moved the focus to. It is for the eye only: the element itself must carry
 * its accessible name.
 */
export function Tooltip(props: {
  text: ReactNode
  shortcut?: ShortcutHint | null
  children: ReactElement<Handlers>
}) {
  const { text, shortcut, children } = props
  const tooltips = useContext(TooltipsContext)
  const [anchor, show] = useState<Element | null>(null)
  const own = children.props
  const element = cloneElement<Handlers>(children, {
    onPointerEnter(event: PointerEvent) {
      own.onPointerEnter?.(event)
      if (event.pointerType !== 'touch') tooltips?.enter(event.currentTarget, show)
    },
    onPointerLeave(event: PointerEvent) {
      own.onPointerLeave?.(event)
      tooltips?.leave()
    },
    onFocus(event: FocusEvent) {
      own.onFocus?.(event)
      if (event.target.matches(':focus-visible')) tooltips?.focus(event.currentTarget, show)
    },
    onBlur(event: FocusEvent) {
      own.onBlur?.(event)
      tooltips?.close()
    },
    onClick(event) {
      // A key presses it, too.
      tooltips?.press()
      own.onClick?.(event)
    },
  })
  return (
    <>
      {element}
      {anchor && tooltips ? (
        <Suspense fallback={null}>
          <TooltipPopup
            anchor={anchor}
            onStay={() => tooltips.stay()}
            onLeave={() => tooltips.leave()}
            onClose={() => tooltips.close()}
          >
            {text}
            {shortcut ? <Kbd keys={keysOf(shortcut)} /> : null}
          </TooltipPopup>
        </Suspense>
      ) : null}
    </>
  )
}
