import path from 'node:path'
import { z } from 'zod'
import { readOwnFile, writeAtomically } from '../../settings/files'

/** Place and size of a window, in the screen's own units. */
type Bounds = { x: number; y: number; width: number; height: number }

export const smallestWindow = { width: 900, height: 600 } as const
const firstWindow = { width: 1360, height: 860 } as const
/** Least part of the window on a screen for a person to grab it. */
const visiblePart = { width: 200, height: 60 } as const

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximised: z.boolean(),
})
type WindowState = z.infer<typeof stateSchema>

const stateFile = (folder: string) => path.join(folder, 'window-state.json')

/** The window's last state; `null` at the first start, or where it cannot be read: it is not worth a word. */
export function readWindowState(folder: string): WindowState | null {
  return readOwnFile(stateFile(folder), stateSchema).value
}

/** Remembers the window's state. @throws where it cannot be written */
export function saveWindowState(folder: string, state: WindowState): Promise<void> {
  return writeAtomically(stateFile(folder), JSON.stringify(state))
}

/**
 * Where to open the window: where it was, if enough of it would still be on a screen (one may have been unplugged), else
 * centred by the system at a size that fits the first screen.
 *
 * @param screens the work areas of the displays, the primary one first
 */
export function openingBounds(
  remembered: Bounds | null,
  screens: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  const primary = screens[0] ?? { x: 0, y: 0, ...firstWindow }
  const sizeIn = (wanted: { width: number; height: number }, area: Bounds) => ({
    width: Math.max(smallestWindow.width, Math.min(wanted.width, area.width)),
    height: Math.max(smallestWindow.height, Math.min(wanted.height, area.height)),
  })
  if (!remembered) return sizeIn(firstWindow, primary)
  const screen = screens.find((area) => {
    const width =
      Math.min(remembered.x + remembered.width, area.x + area.width) - Math.max(remembered.x, area.x)
    const topEdge = remembered.y - area.y
    return (
      width >= visiblePart.width &&
      topEdge >= -visiblePart.height &&
      topEdge <= area.height - visiblePart.height
    )
  })
  if (!screen) return sizeIn(remembered, primary)
  return { x: remembered.x, y: remembered.y, ...sizeIn(remembered, screen) }
}
