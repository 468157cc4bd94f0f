import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'
import { IconButton } from './IconButton'
import styles from './Toasts.module.css'
import { dismissToast, type Toast, useToasts } from './toast-list'

/** How long a toast stays, ms. One that needs a person stays until it is dismissed. */
const statusMs = 7_000

/** What happened elsewhere in the window. Mounted once; the clock stands still under pointer and focus. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts)
  const [held, setHeld] = useState(false)
  return (
    <section
      aria-label="Notifications"
      className={styles.list}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  )
}

function OneToast({ toast, held }: { toast: Toast; held: boolean }) {
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
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton
        label="Dismiss"
        shortcut={null}
        icon={<X />}
        onClick={() => {
          dismissToast(toast.id)
        }}
      />
    </div>
  )
}
