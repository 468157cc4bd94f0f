import { X } from 'lucide-react'
import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { commonText } from '../../shared/text/common'
import { frameText } from '../../shared/text/frame'
import { Button } from '../components/Button'
import { IconButton } from '../components/IconButton'
import { dismissToast, type Toast, useToasts } from '../stores/toasts'
import styles from './Toasts.module.css'

/** How long a toast stays, ms. One that needs a person stays until it is dismissed. */
const statusMs = 7_000

/** What happened elsewhere in the window. Mounted once; the clock stands still under pointer and focus. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  const list = useRef<HTMLElement>(null)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  /** What had the focus before a toast did. */
  const before = useRef<HTMLElement | null>(null)
  // What goes from under the pointer or with the focus in it tells nobody that they left.
  useLayoutEffect(() => {
    if (toasts.length === 0) setPointed(false)
    if (!isFocused || list.current?.contains(document.activeElement)) return
    setFocused(false)
    if (document.activeElement === document.body) before.current?.focus({ preventScroll: true })
  }, [toasts, isFocused])
  const enter = ({ relatedTarget }: FocusEvent) => {
    setFocused(true)
    if (!isWithin(list.current, relatedTarget))
      before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
  }
  return (
    <div className={styles.place}>
      <section
        ref={list}
        aria-label={frameText.notifications}
        className={styles.list}
        // Not as it enters: a toast that comes under a resting pointer is not read yet.
        onPointerMove={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onFocus={enter}
        onBlur={({ relatedTarget }) => setFocused(isWithin(list.current, relatedTarget))}
      >
        {toasts.map((toast) => (
          <OneToast
            key={toast.id}
            toast={toast}
            held={isPointed || isFocused}
            onPress={() => {
              setPointed(false)
              dismissToast(toast.id)
            }}
          />
        ))}
      </section>
    </div>
  )
}

const isWithin = (element: Element | null, target: EventTarget | null): boolean =>
  target instanceof Node && element?.contains(target) === true

function OneToast({ toast, held, onPress }: { toast: Toast; held: boolean; onPress(): void }) {
  useEffect(() => {
    if (held || toast.role === 'alert') return
    const timer = setTimeout(() => dismissToast(toast.id), statusMs)
    return () => clearTimeout(timer)
  }, [toast, held])
  const { action } = toast
  return (
    <div className={styles.toast} data-role={toast.role}>
      <p role={toast.role} className={styles.text}>
        {toast.text}
      </p>
      {action ? (
        <Button
          onClick={() => {
            onPress()
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={commonText.dismiss} shortcut={null} icon={<X />} onClick={onPress} />
    </div>
  )
}
