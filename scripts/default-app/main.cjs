// What a bare Electron binary runs: it loads the application whose folder is on the command line. Electron ships such a
// loader in every official build; the development runtime comes without one. Only what this project needs is here:
// `-r MODULE` (Playwright injects itself that way), and name, version, paths and main module from package.json.
const electron = require('electron')
const { existsSync, readFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

// Both setters are there for loaders such as this one and therefore not in Electron's public types.
const app =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
    electron.app
  )

/**
 * Splits the command line as Electron's own loader does: switches are skipped, the first plain word is the application.
 *
 * @param {string[]} words the command line without the executable
 * @returns {{ preloads: string[], folder: string | undefined }}
 */
function parseCommandLine(words) {
  const preloads = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '-r' || word === '--require') {
      index++
      if (words[index] !== undefined) preloads.push(path.resolve(words[index] ?? ''))
    } else if (!word.startsWith('-')) {
      return { preloads, folder: path.resolve(word) }
    }
  }
  return { preloads, folder: undefined }
}

/**
 * Makes the process look like the application in `folder` and runs its main module.
 *
 * @param {string} folder an absolute path with a package.json in it
 */
function startApplication(folder) {
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) throw new Error(`There is no package.json in ${folder}.`)
  const { main = 'index.js', name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setAppPath(folder)
  Module.createRequire(manifest)(path.join(folder, main))
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const { preloads, folder } = parseCommandLine(process.argv.slice(1))
try {
  for (const preload of preloads) require(preload)
  if (folder === undefined) throw new Error('Usage: electron [-r MODULE] APPLICATION_FOLDER [ARGUMENTS]')
  startApplication(folder)
} catch (error) {
  console.error(error)
  app.exit(1)
}
