import { z } from 'zod'
import { columnIds, filterIds } from '../columns/columns'
import { checksText } from '../text/checks'
import { viewBounds } from './view-bounds'

/** Longest text that a view filters by, characters, and most choices of one filter. */
const longestFilter = 1_000
const mostChoices = 500

const filterSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().max(longestFilter) }),
    z.object({
      kind: z.literal('choice'),
      chosen: z.array(z.string().max(longestFilter)).max(mostChoices).readonly(),
    }),
  ]),
)

/** One saved view. */
export const savedViewSchema = z.lazy(() =>
  z.object({
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(viewBounds.longestName),
    filters: z.partialRecord(z.enum(filterIds), filterSchema),
    sort: z.object({ column: z.enum(columnIds), direction: z.enum(['ascending', 'descending']) }),
    columns: z
      .array(z.enum(columnIds))
      .min(1)
      .refine((ids) => new Set(ids).size === ids.length, { error: () => checksText.columnTwice })
      .readonly(),
    /** A scope that is a customer's key or id is not among them: it is kept in no file that can be read. */
    place: z.object({ accountId: z.string().max(64), scopeKey: z.string().max(500).nullable() }).nullable(),
  }),
)

/** How somebody looked at the list, under a name: filters, order, columns and place. */
export type SavedView = z.infer<typeof savedViewSchema>

/** The views that a person saved, in their order. */
export const savedViewsSchema = z.lazy(() => z.array(savedViewSchema).max(viewBounds.most))

/** The same as a file has them: one that this version cannot read, such as one with another version's column, is left out. */
export const storedViewsSchema = z.lazy(() =>
  z.preprocess(
    (views) =>
      Array.isArray(views)
        ? views.filter((view) => savedViewSchema.safeParse(view).success).slice(0, viewBounds.most)
        : [],
    savedViewsSchema,
  ),
)
