import { z } from 'zod'
import { providerIdSchema } from './account'
import { providerIds } from './ids'
import { longestPersonText } from './person'
import { printable } from './printable'

/** Longest address that is looked at, characters: a person's longest text with every character escaped, and the rest. */
export const longestAppLink = 12 * longestPersonText

/** Longest id of a session in a link, characters; the services' own are far shorter. */
const longestId = 200

const readable = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => printable(text) === text)

/** What a link into the application names. Whoever wrote it is not known: it shows something, and does nothing. */
export const appLinkSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('session'), provider: providerIdSchema, id: readable(longestId) }),
    /** `text`: what somebody is looked for by, as it would be typed. */
    z.object({ kind: z.literal('person'), text: readable(longestPersonText) }),
  ]),
)
export type AppLink = z.infer<typeof appLinkSchema>

const scheme = 'sessiondeck:'
const sessionForm = new RegExp(`^${scheme}//session/(${providerIds.join('|')})/([^/?#]+)/?$`)
const personForm = new RegExp(`^${scheme}//person/?\\?text=([^&#]+)$`)

/**
 * Reads `sessiondeck://session/SERVICE/ID` or `sessiondeck://person?text=TEXT`, each part escaped as in any address.
 * `null` for everything that differs from these forms in the least.
 */
export function parseAppLink(address: string): AppLink | null {
  if (address.length > longestAppLink) return null
  const [, provider, id] = sessionForm.exec(address) ?? []
  const [, text] = personForm.exec(address) ?? []
  const link =
    id !== undefined
      ? { kind: 'session', provider, id: decoded(id) }
      : { kind: 'person', text: decoded(text) }
  return appLinkSchema.safeParse(link).data ?? null
}

/** The first word of a command line that is a link into the application, whatever it holds. */
export const appLinkWord = (words: readonly string[]): string | undefined =>
  words.find((word) => word.startsWith(scheme))

function decoded(part: string | undefined): string | null {
  try {
    return part === undefined ? null : decodeURIComponent(part)
  } catch {
    return null
  }
}
