import { create } from 'zustand'
import { on, request } from '../bridge'
import { showToast } from './toasts'

/** The size of the window before it became small, CSS px: what is behind keeps it, so that no terminal reflows. */
type MiniState = { behind: { width: number; height: number } | null }

/** Whether the window is the small one that stays over others. */
export const useMini = create<MiniState>(() => ({ behind: null }))

export const isMini = (): boolean => useMini.getState().behind !== null

/** Makes the window small, or as it was; says so where that failed. */
export async function setMini(isOn: boolean): Promise<void> {
  if (isOn === isMini()) return
  const { innerWidth: width, innerHeight: height } = globalThis
  if (isOn) useMini.setState({ behind: { width, height } })
  const result = await request('window.mini', { on: isOn })
  if (!isOn || !result.ok) useMini.setState({ behind: null })
  if (!result.ok) showToast({ id: 'mini', role: 'alert', text: result.error.message, action: null })
}

/** Whatever wants the person's eye has room for it; returns how to stop. */
export function connectMini(): () => void {
  const leave = () => void setMini(false)
  const stops = (
    [
      'session.show',
      'palette.open',
      'window.closing',
      'account.add',
      'app-link.waits',
      'diagnostics.wanted',
    ] as const
  ).map((name) => on(name, leave))
  return () => {
    for (const stop of stops) stop()
  }
}
