import path from 'node:path'
import { z } from 'zod'
import { readOwnFile, writeAtomically } from '../../settings/files'

/** Place and size of a window, in the screen's own units. */
type Bounds = { x: number; y: number; width: number; height: number }

export const smallestWindow = { width: 900, height: 600 } as const
const firstWindow = { width: 1360, height: 860 } as const
/** Least part of the window on a screen for a person to grab it. */
const visiblePart = { width: 200, height: 60 } as const

const placeSchema = z.object({
  /** The display's id; empty in a file of an earlier version. */
  display: z.string(),
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximised: z.boolean(),
})
/** Where the window was on a display. */
export type WindowPlace = z.infer<typeof placeSchema>

/** Displays that are remembered: those of home, work and a few meeting rooms. */
const mostPlaces = 12

const stateSchema = z.union([
  z.object({ places: z.array(placeSchema).max(mostPlaces) }),
  placeSchema.omit({ display: true }).transform((place) => ({ places: [{ ...place, display: '' }] })),
])

const stateFile = (folder: string) => path.join(folder, 'window-state.json')

/** Where the window was, the last display first; empty at the first start, or where it cannot be read: it is not worth a word. */
export function readWindowPlaces(folder: string): readonly WindowPlace[] {
  return readOwnFile(stateFile(folder), stateSchema).value?.places ?? []
}

/** Remembers where the window is, beside where it was on other displays. @throws where it cannot be written */
export async function saveWindowPlaces(folder: string, places: readonly WindowPlace[]): Promise<void> {
  await writeAtomically(stateFile(folder), JSON.stringify({ places }))
}

/** The places with the latest first, one for each display. */
export const withPlace = (places: readonly WindowPlace[], latest: WindowPlace): readonly WindowPlace[] =>
  [latest, ...places.filter(({ display }) => display !== latest.display && display !== '')].slice(
    0,
    mostPlaces,
  )

/** A display that is there. `area`: its part that no panel takes. */
export type Screen = { display: string; area: Bounds }

/** Where to open the window; without `x` and `y` the system centres it. */
type Opening = Partial<Bounds> & Pick<Bounds, 'width' | 'height'> & { maximised: boolean }

/**
 * Where to open the window: on the display where it was last of those that are there, as it was there; else centred by the
 * system at a size that fits the first display.
 *
 * @param screens the displays, the primary one first
 */
export function openingPlace(places: readonly WindowPlace[], screens: readonly Screen[]): Opening {
  const primary = screens[0]?.area ?? { x: 0, y: 0, ...firstWindow }
  for (const place of places) {
    const { maximised } = place
    const size = (area: Bounds) => sizeIn(place, area)
    if (place.display === '') {
      const area = screens.map((each) => each.area).find((each) => isVisible(place, each))
      if (area) return { x: place.x, y: place.y, ...size(area), maximised }
      continue
    }
    const area = screens.find(({ display }) => display === place.display)?.area
    if (!area) continue
    if (isVisible(place, area)) return { x: place.x, y: place.y, ...size(area), maximised }
    // The display has another size now, or the window was maximised here from elsewhere.
    return { ...centred(size(area), area), maximised }
  }
  return { ...sizeIn(places[0] ?? firstWindow, primary), maximised: places[0]?.maximised ?? false }
}

const sizeIn = (wanted: { width: number; height: number }, area: Bounds) => ({
  width: Math.max(smallestWindow.width, Math.min(wanted.width, area.width)),
  height: Math.max(smallestWindow.height, Math.min(wanted.height, area.height)),
})

const centred = (size: { width: number; height: number }, area: Bounds): Bounds => ({
  ...size,
  x: area.x + Math.max(0, Math.round((area.width - size.width) / 2)),
  y: area.y + Math.max(0, Math.round((area.height - size.height) / 2)),
})

/** Whether a person could grab a window there. */
function isVisible(place: Bounds, area: Bounds): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  const topEdge = place.y - area.y
  return (
    width >= visiblePart.width &&
    topEdge >= -visiblePart.height &&
    topEdge <= area.height - visiblePart.height
  )
}
