import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactElement, ReactNode } from 'react'
import { vi } from 'vitest'
import { TooltipProvider } from '../../src/renderer/components/Tooltip'
import { WindowContext } from '../../src/renderer/components/window-context'
import { usePresenter } from '../../src/renderer/stores/presentation'
import { setWorkspace } from '../../src/renderer/stores/workspace'
import type { Account } from '../../src/shared/account'
import type { Workspace } from '../../src/shared/contract'
import { settingsSchema } from '../../src/shared/settings'

/** The window around components, without what the app's own frame draws. */
function Surroundings({ children }: { children: ReactNode }) {
  const presenter = usePresenter()
  return (
    <WindowContext value={{ presenter, density: 'regular', onFocusLost: () => undefined }}>
      <TooltipProvider>{children}</TooltipProvider>
    </WindowContext>
  )
}

/** Draws components as the app would. `user` is the person at the window; `rerender` draws others in their place. */
export function show(element: ReactElement): { user: UserEvent; rerender(element: ReactElement): void } {
  const user = userEvent.setup()
  const { rerender } = render(element, { wrapper: Surroundings })
  return { user, rerender }
}

/** The size that every element has, CSS px: the simulated document lays nothing out. Undone after the test. */
export function giveRoom({ width, height }: { width: number; height: number }): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
}

/** Gives the window its accounts; by default with a keychain, and everything may be changed (see `fields`). */
export function withAccounts(accounts: Account[], fields: Partial<Workspace> = {}): void {
  setWorkspace({
    accounts,
    settings: settingsSchema.parse({}),
    keychain: 'available',
    kind: 'own',
    problem: null,
    locale: 'en',
    version: '0',
    platform: 'linux',
    ...fields,
  })
}
