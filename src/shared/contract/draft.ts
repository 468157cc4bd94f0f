import { z } from 'zod'
import { scriptRefSchema } from '../script'
import { keptDraftSchema, unsavedDraftSchema } from '../script-draft'
import { nothing, type RequestSpec } from './parts'

/** Drafts of scripts, which outlive the app. They hold a person's own source: they are on this disk and nowhere else. */
export const requests = {
  'draft.list': { owner: 'shell', audience: 'window', input: nothing, output: z.array(keptDraftSchema) },
  /** The source of a draft that is kept; `null` where it has none. */
  'draft.source': {
    owner: 'shell',
    audience: 'window',
    input: scriptRefSchema,
    output: z.lazy(() => z.object({ source: z.string().nullable() })),
  },
  /** Replaces a script's draft. */
  'draft.keep': { owner: 'shell', audience: 'window', input: unsavedDraftSchema, output: nothing },
  'draft.discard': { owner: 'shell', audience: 'window', input: scriptRefSchema, output: nothing },
} as const satisfies Record<string, RequestSpec>
