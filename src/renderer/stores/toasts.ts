import { create } from 'zustand'

/** `alert` interrupts a screen reader: for what needs a person. `status` waits. */
export type Toast = {
  id: string
  role: 'status' | 'alert'
  text: string
  action: { label: string; run(): void } | null
}

/** The toasts on screen, oldest first. */
export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

const shownAtOnce = 4

/** Shows a toast; one with the same id is replaced in its place. The oldest make room. */
export const showToast = (toast: Toast): void =>
  useToasts.setState(({ toasts }) => {
    const known = toasts.some((each) => each.id === toast.id)
    const next = known ? toasts.map((each) => (each.id === toast.id ? toast : each)) : [...toasts, toast]
    return { toasts: next.slice(-shownAtOnce) }
  })

/** Takes a toast away. */
export const dismissToast = (id: string): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** Takes all toasts away. */
export const clearToasts = (): void => useToasts.setState({ toasts: [] })
