import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { printableLines } from '../../shared/printable'
import { type AppError, err, ok, type Result } from '../../shared/result'
import { updateProblemsText } from '../../shared/text/update-problems'
import type { PackageFormat } from './package-format'
import { maySend, type UpdateSource } from './source'
import { releasedVersion } from './version'

/** Largest feed, characters: notes and a file for every system fit several times. */
export const longestFeed = 200_000
/** Longest notes that are shown, characters. */
const longestNotes = 6_000
/** Largest package, bytes. */
const largestPackage = 2_000_000_000

/** Stands before what is signed, so that no signature of something else can be taken for one of a feed. */
const signedPrefix = 'sessiondeck-update-1\n'

/** The feed as it is served: a text in which nothing may change, and what the release's keys say of it. */
const envelopeSchema = z.object({
  manifest: z.string(),
  /** base64, one for each key that is in use. */
  signatures: z.array(z.string()).min(1).max(8),
})

const fileSchema = z.object({
  /** A plain name: whatever follows, the file is beside the others. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,150}$/),
  format: z.string(),
  arch: z.string(),
  size: z.number().int().min(1).max(largestPackage),
  /** base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})

const manifestSchema = z.object({
  version: z.string().regex(releasedVersion),
  notes: z.string(),
  /** Share of computers that may have it already. 0 takes it back. */
  stagingPercentage: z.number().min(0).max(100),
  /** The address that its files are under. */
  folder: z.string(),
  files: z.array(fileSchema).max(100),
})

/** What the release's key has signed. */
export type Release = z.infer<typeof manifestSchema>

/** The one file that is downloaded: it must be this one. */
export type PackageFile = { name: string; url: string; size: number; sha512: string }

/** The release that a feed names. Nothing in it is looked at before its signature was found to be right. */
export function openFeed(text: string, { keys }: Pick<UpdateSource, 'keys'>): Result<Release> {
  const envelope = parsed(text, envelopeSchema)
  if (!envelope) return err(unsigned())
  const signed = Buffer.from(signedPrefix + envelope.manifest)
  const isSigned = keys.some((key) =>
    envelope.signatures.some((signature) => isSignature(signed, key, signature)),
  )
  if (!isSigned) return err(wronglySigned())
  const release = parsed(envelope.manifest, manifestSchema)
  if (!release) return err(unreadable())
  return ok({ ...release, notes: printableLines(release.notes, longestNotes).join('\n').trim() })
}

/** The file of a release for one kind of package; `null` where the release has none that may be fetched. */
export function fileFor(
  release: Release,
  source: UpdateSource,
  format: PackageFormat,
  arch: string,
): PackageFile | null {
  const file = release.files.find(
    (each) => each.format === format && (each.arch === arch || each.arch === 'universal'),
  )
  if (!file) return null
  const url = `${release.folder.replace(/\/+$/, '')}/${encodeURIComponent(file.name)}`
  return maySend(source, url) ? { name: file.name, url, size: file.size, sha512: file.sha512 } : null
}

function isSignature(signed: Buffer, key: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, signed, publicKey, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const unsigned = (): AppError => ({
  kind: 'bad-shape',
  message: updateProblemsText.noSignedList,
})

const wronglySigned = (): AppError => ({
  kind: 'forbidden',
  message: updateProblemsText.wronglySigned,
})

const unreadable = (): AppError => ({
  kind: 'bad-shape',
  message: updateProblemsText.unreadable,
})
