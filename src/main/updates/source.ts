import { z } from 'zod'
import { isLoopback } from '../../shared/loopback'

/** Where a package looks for its next version, and whom it believes. Part of the package's `package.json`. */
const updateSourceSchema = z.object({
  /** The address of the signed feed. */
  feed: z.url(),
  /** Hosts that may be asked, the feed's own and those that it redirects to. */
  hosts: z.array(z.string().min(1)).min(1),
  /** ed25519 public keys, base64 of their SPKI form. One of them must have signed the feed. */
  keys: z.array(z.string().min(1)).min(1),
  /** Where a person downloads packages. */
  page: z.url(),
})
export type UpdateSource = z.infer<typeof updateSourceSchema>

/** What a package's `package.json` says of it; `null` where it says nothing usable: then nothing is asked. */
export function updateSource(manifest: unknown): UpdateSource | null {
  const { success, data } = z.object({ updates: updateSourceSchema }).safeParse(manifest)
  return success && maySend(data.updates, data.updates.feed) ? data.updates : null
}

/** Whether an address may be asked at all: encrypted (but on this machine), and of a host that was built in. */
export function maySend({ hosts }: UpdateSource, address: string): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return isPrivate && !url.username && !url.password && hosts.includes(url.hostname)
}
