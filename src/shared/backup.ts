import { z } from 'zod'

/** What of a backup stands together. */
export const backupGroups = ['accounts', 'hosts', 'templates', 'views', 'scripts', 'settings'] as const
export type BackupGroup = (typeof backupGroups)[number]

/**
 * One thing in a backup and what an import would do with it. `add`: there is nothing of it here yet, or only what nobody chose.
 * `replace`: what the person has here differs. `same`: it is here already. `refused`: it cannot be taken.
 */
const backupItemSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    group: z.enum(backupGroups),
    /** What the person calls it; of a setting its key. */
    name: z.string(),
    /** Such as an address, or `light → dark`. */
    detail: z.string(),
    effect: z.enum(['add', 'replace', 'same', 'refused']),
    /** What differs, or why it is refused; else empty. */
    why: z.string(),
  }),
)
export type BackupItem = z.infer<typeof backupItemSchema>

/** What the window itself remembers. Whoever reads it checks it. */
export const windowPartsSchema = z.lazy(() => z.strictObject({ view: z.unknown(), terminal: z.unknown() }))
export type WindowParts = z.infer<typeof windowPartsSchema>

/** What an import of the chosen file would do. */
export const backupPreviewSchema = z.lazy(() =>
  z.object({
    /** When it was exported, epoch ms. */
    exportedAt: z.number(),
    items: z.array(backupItemSchema),
    window: windowPartsSchema,
  }),
)
export type BackupPreview = z.infer<typeof backupPreviewSchema>

/** What an import did. */
export const restoredSchema = z.lazy(() =>
  z.object({
    done: z.number(),
    /** What was chosen and did not go, with the reason. */
    failed: z.array(z.object({ name: z.string(), message: z.string() })),
    /** Accounts that do nothing before their key is entered. `headerNames`: the extra headers they had. */
    withoutKey: z.array(z.object({ id: z.string(), label: z.string(), headerNames: z.array(z.string()) })),
  }),
)
export type Restored = z.infer<typeof restoredSchema>
