// `node scripts/sign-update.mjs FOLDER --at ADDRESS`: writes FOLDER/update.json, the signed feed that installed Sessiondecks read.
// FOLDER has the packages of the version in package.json; ADDRESS is where they will lie. `--staging PERCENT` gives it to so
// many computers only; 0 takes it back. The private keys come from the variable UPDATE_KEYS.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isBelieved, notesOf, packageFiles, signedFeed, updateSource } from '../packaging/update-feed.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { at: { type: 'string' }, staging: { type: 'string', default: '100' } },
})
const [folder] = positionals
const stagingPercentage = Number(values.staging)
if (!folder || !values.at || !(stagingPercentage >= 0 && stagingPercentage <= 100))
  throw new Error('Say where the packages are, --at which address they will lie, and --staging 0 to 100.')

/** @param {string} name */
const read = (name) => readFileSync(path.join(import.meta.dirname, '..', name), 'utf8')
const { version } = JSON.parse(read('package.json'))
const keys = process.env.UPDATE_KEYS?.match(/-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/g)
if (!keys) throw new Error('UPDATE_KEYS has no private key.')
const feed = signedFeed(
  {
    version,
    notes: notesOf(read('CHANGELOG.md'), version),
    stagingPercentage,
    folder: values.at,
    files: packageFiles(folder, version),
  },
  keys,
)
if (!isBelieved(feed, updateSource().keys))
  throw new Error('No key in packaging/updates.json belongs to UPDATE_KEYS: nobody would believe this feed.')
writeFileSync(path.join(folder, 'update.json'), feed)
console.log(`update.json offers ${version} to ${stagingPercentage} % of all computers.`)
