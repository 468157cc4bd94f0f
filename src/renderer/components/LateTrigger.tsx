import {
  cloneElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { latePopups, type Popups } from './late-popups'
import type { Takeover, TriggerProps } from './popup-props'

/**
 * An element that opens a popup. Until the popups are loaded it is drawn alone and says what it will open; then they take
 * it over where it stands, with its focus. A press or a pointer that came too early is repeated.
 */
export function LateTrigger(props: {
  children: ReactElement<TriggerProps>
  /** What opens it: a press, or the menu button of mouse and keyboard; nothing, where the pointer's coming does. */
  opens: 'click' | 'contextmenu' | null
  /** Its attributes until then. */
  closed?: TriggerProps
  popup(popups: Popups, takeover: Takeover): ReactNode
}) {
  const { children, opens, closed } = props
  const popups = usePopups()
  const [lent, lend] = useState<TriggerProps | null>(null)
  const element = useRef<Element>(null)
  const early = useRef<Event>(null)
  // By itself: what is lent changes the element only.
  const popup = useMemo(() => (popups ? props.popup(popups, { element, lend }) : null), [popups, props])
  useEffect(() => {
    const event = early.current
    early.current = null
    if (!lent) return
    if (event) event.target?.dispatchEvent(new MouseEvent(event.type, event))
    else if (opens === null && element.current?.matches(':hover')) repeatHover(element.current)
  }, [lent, opens])
  const open = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    early.current = event.nativeEvent
    void latePopups.load()
  }
  const waiting = opens && { [opens === 'click' ? 'onClick' : 'onContextMenu']: open }
  const own = children.props
  return (
    <>
      {cloneElement(children, {
        ...withProps(own, lent ?? { ...closed, ...waiting }),
        ref: useRefs(element, own.ref),
      })}
      {popup}
    </>
  )
}

/** Says again that the pointer came, to those who listen only now. */
function repeatHover(element: Element): void {
  element.dispatchEvent(new MouseEvent('mouseenter'))
  element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  element.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))
}

/** The popups as soon as they are loaded: a trigger that is there before is taken over when the window has time. */
function usePopups(): Popups | null {
  const [popups, setPopups] = useState(latePopups.loaded)
  useEffect(() => {
    if (popups) return
    const take = (loaded: Popups) => startTransition(() => setPopups(loaded))
    if (latePopups.loaded) take(latePopups.loaded)
    else return latePopups.wait(take)
  }, [popups])
  return popups
}

/** The element's own properties come first: they win, and what they listen for they hear before. */
function withProps(own: TriggerProps, lent: TriggerProps): TriggerProps {
  const all: Record<string, unknown> = { ...lent }
  for (const [name, value] of Object.entries(own)) {
    const other = all[name]
    if (value === undefined) continue
    all[name] = isListener(value) && isListener(other) ? both(value, other) : value
  }
  return all
}

type Listener = (...args: readonly unknown[]) => void

const isListener = (value: unknown): value is Listener => typeof value === 'function'

const both =
  (first: Listener, second: Listener): Listener =>
  (...args) => {
    first(...args)
    second(...args)
  }

/** One ref for two who want the element. */
function useRefs(one: RefObject<Element | null>, other: Ref<Element> | undefined): Ref<Element> {
  return useCallback(
    (element: Element | null) => {
      one.current = element
      if (typeof other === 'function') other(element)
      else if (other) other.current = element
    },
    [one, other],
  )
}
