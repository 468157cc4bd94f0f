import { createHash, generateKeyPairSync } from 'node:crypto'
import { signedFeed } from '../../packaging/update-feed.mjs'
import type { UpdateSource } from '../../src/main/updates/source'

/** A pair of keys as releases have them: PEM, and base64 of the public key's SPKI form. */
export function newUpdateKey(): { privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync('ed25519')
  return {
    privateKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
}

/** A release with one package for each way to install it, as the release step describes it. */
export function manifestOf(fields: {
  version?: string
  folder?: string
  bytes?: Buffer
  stagingPercentage?: number
}): Parameters<typeof signedFeed>[0] {
  const {
    version = '0.2.0',
    folder = 'https://updates.example/v',
    bytes = Buffer.from('package'),
    stagingPercentage = 100,
  } = fields
  const sha512 = createHash('sha512').update(bytes).digest('base64')
  const formats = ['deb', 'rpm', 'AppImage', 'tar.gz', 'exe']
  const files = formats.map((format) => ({
    name: `sessiondeck-${version}-any-x64.${format}`,
    format,
    arch: 'x64',
    size: bytes.length,
    sha512,
  }))
  return { version, notes: 'Faster.\n- Less to wait for.', stagingPercentage, folder, files }
}

/** Where a test's packages look for updates. */
export const sourceOf = (key: string, feed = 'https://updates.example/update.json'): UpdateSource => ({
  feed,
  hosts: [new URL(feed).hostname],
  keys: [key],
  page: 'https://updates.example/download',
})

export { signedFeed }
