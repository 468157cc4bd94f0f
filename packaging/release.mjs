import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../scripts/build.mjs'
import { sourceObjections, updateSource } from './update-feed.mjs'

/** @typedef {{ version: string, homepage: string, author: string }} Manifest the parts of package.json that a release shows */

/** What signing wants from the environment, by system. Linux packages have no signature of their own; see docs/releasing.md. */
const secrets = /** @type {Record<string, readonly string[]>} */ ({
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  win32: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
})

/**
 * Why this must not be published; empty where nothing speaks against it.
 *
 * @param {object} facts
 * @param {'official' | 'development'} facts.runtime
 * @param {string} facts.platform
 * @param {Manifest} facts.manifest
 * @param {string} facts.changelog
 * @param {string} facts.metainfo the text for software centres
 * @param {import('./update-feed.mjs').UpdateSource} facts.updates
 * @param {Record<string, string | undefined>} facts.env
 * @returns {string[]}
 */
export function objections({ runtime, platform, manifest, changelog, metainfo, updates, env }) {
  const { version } = manifest
  const missing = (secrets[platform] ?? []).filter((name) => !env[name])
  return [
    ...(runtime === 'official' ? [] : ['It is made with the Electron for development.']),
    ...(missing.length === 0 ? [] : [`It cannot be signed without ${missing.join(', ')}.`]),
    ...(env.GITHUB_REF_NAME === `v${version}`
      ? []
      : [`The tag is ${env.GITHUB_REF_NAME ?? 'missing'}, not v${version}.`]),
    ...(changelog.includes(`\n## [${version}] - `)
      ? []
      : [`CHANGELOG.md has no section of ${version} with a date.`]),
    ...(metainfo.includes(`<release version="${version}"`)
      ? []
      : [`The metainfo file has no release ${version}.`]),
    ...([manifest.homepage, manifest.author].some((text) => /\.example\b/.test(text))
      ? ['Homepage and author in package.json are still stand-ins that lead nowhere.']
      : []),
    ...sourceObjections(updates),
  ]
}

/**
 * @param {import('./configuration.mjs').Runtime} runtime
 * @throws naming everything that speaks against a release
 */
export function expectReleasable(runtime) {
  const read = (/** @type {string} */ name) => readFileSync(path.join(projectFolder, name), 'utf8')
  const found = objections({
    runtime: runtime.kind,
    platform: process.platform,
    manifest: JSON.parse(read('package.json')),
    changelog: read('CHANGELOG.md'),
    metainfo: read('packaging/linux/app.sessiondeck.Sessiondeck.metainfo.xml'),
    updates: updateSource(),
    env: process.env,
  })
  if (found.length > 0) throw new Error(`This is no release:\n${found.map((line) => `- ${line}`).join('\n')}`)
}
