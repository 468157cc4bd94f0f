import { z } from 'zod'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** Longest text that leaves the window for the clipboard or a file, characters. Logs of a day fit. */
export const longestText = 64_000_000

/** The window itself, and its access to the clipboard, files and the browser. */
export const requests = {
  'clipboard.write': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ text: z.string().max(longestText) })),
    output: nothing,
  },
  /** Only while the window has the focus: a person pasted from a menu. */
  'clipboard.read': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.lazy(() => z.object({ text: z.string() })),
  },
  /** Asks the person where, then writes the file. The window never learns the place. */
  'file.save': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() =>
      z.object({ suggestedName: z.string().min(1).max(200), text: z.string().max(longestText) }),
    ),
    /** The name of the file, without its folder; `null` where the person gave up. */
    output: z.lazy(() => z.object({ savedAs: z.string().nullable() })),
  },
  /** Shows the file that was saved last in the system's file manager. */
  'file.reveal': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
  'link.open': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ url: z.string().max(2_000) })),
    output: nothing,
  },
  'demo.open': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
  /** From the demo: opens the person's own workspace at the form of a new account. The demo stays. */
  'demo.openOwn': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
  /** The window's answer to `window.closing`; `quit` also unasked. */
  'window.close': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ choice: z.enum(['hide', 'minimise', 'quit', 'stay']) })),
    output: nothing,
  },
  /** Makes the whole window bigger or smaller; `0` gives it its first size. */
  'window.zoom': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ step: z.union([z.literal(-1), z.literal(0), z.literal(1)]) })),
    output: nothing,
  },
  /** Makes the window small and keeps it over all others, or as it was again. A page that is gone ends it. */
  'window.mini': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ on: z.boolean() })),
    output: nothing,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** `explain`: closing keeps watching in the tray. `choose`: there is no tray. */
  'window.closing': {
    owner: 'shell',
    payload: z.lazy(() => z.object({ mode: z.enum(['explain', 'choose']) })),
  },
  /** The shortcut that works everywhere was pressed: open the palette. */
  'palette.open': { owner: 'shell', payload: nothing },
} as const satisfies Record<string, EventSpec>
