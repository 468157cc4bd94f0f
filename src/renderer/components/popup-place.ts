import { createContext, useContext } from 'react'

/** Whether a component is in a dialog, whose popups lie in it. */
export const InDialog = createContext(false)

/** The landmark of the page in which menus, popovers and hints lie; `undefined` is that of the dialog around. */
export function usePopupPlace(): HTMLElement | undefined {
  const isInDialog = useContext(InDialog)
  return isInDialog ? undefined : (document.getElementById('popups') ?? undefined)
}
