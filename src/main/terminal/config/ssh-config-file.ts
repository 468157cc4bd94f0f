import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { sshConfigText } from '../../../shared/text/ssh-config'
import { isMissing } from '../../lib/errno'
import { expandHome } from '../../ssh-secrets'
import { fileTrouble } from '../failure'
import { DiskAnswers, readPlainFile, utf16Text } from '../read-file'
import { matchesPattern } from './patterns'

/** OpenSSH's own limit. */
const maxDepth = 16
const maxFiles = 200
const maxFileBytes = 1024 * 1024
/** For a file with its includes, bytes. */
const maxTotalBytes = 4 * 1024 * 1024
/** Lines read before yielding to other work. */
const linesPerTurn = 1_000

const folders = new DiskAnswers<string[]>()
const kinds = new DiskAnswers<boolean>()

/** One directive of an OpenSSH config file. An `include` has the files that it names. */
export type Directive = {
  /** In lower case. */
  keyword: string
  /** As the file spells it. */
  spelling: string
  args: string[]
  /** Where it stands, for a person: `line 12`, with the file before it where that is an included one. */
  place: string
  /** The directives of each file: a block that one opens ends with it. */
  included: Directive[][]
}

/**
 * Reads a config file with what it includes. Nothing in it is executed or looked up.
 *
 * @param file need not exist
 * @param home for `~`; relative includes are sought in its `.ssh`
 * @param note told what could not be read, one line each
 * @throws where the file itself cannot be read
 */
export async function readSshConfig(
  file: string,
  home: string,
  note: (line: string) => void,
): Promise<Directive[]> {
  const folder = path.join(home, '.ssh')
  let files = 0
  let total = 0

  const read = async (target: string, trail: string[]): Promise<Directive[]> => {
    const bytes = await readPlainFile(target, Math.min(maxFileBytes, maxTotalBytes - total))
    total += bytes.length
    const directives = await parseSshConfig(
      utf16Text(bytes) ?? bytes.toString(),
      trail.length === 0 ? '' : `${path.relative(folder, target)} `,
      note,
    )
    for (const directive of directives) {
      if (directive.keyword !== 'include') continue
      for (const pattern of directive.args) {
        const place = `${directive.place}: Include ${pattern}`
        const found = await expandGlob(path.resolve(folder, expandHome(pattern, home)))
        if (found.length === 0) note(`${place}: ${sshConfigText.noSuchFile}`)
        for (const next of found) {
          if (trail.includes(next) || next === target) note(`${place}: ${sshConfigText.includesItself}`)
          else if (trail.length + 1 >= maxDepth) note(`${place}: ${sshConfigText.tooDeep(maxDepth)}`)
          else if (++files > maxFiles) note(`${place}: ${sshConfigText.tooManyFiles(maxFiles)}`)
          else {
            const inner = await read(next, [...trail, target]).catch((error) => {
              note(`${place}: ${fileTrouble(error)}`)
              return []
            })
            directive.included.push(inner)
          }
        }
      }
    }
    return directives
  }

  return read(file, []).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
}

/**
 * Splits a file's text into directives.
 *
 * @param prefix put before `line n`
 * @param note told about lines that cannot be read
 */
async function parseSshConfig(
  text: string,
  prefix: string,
  note: (line: string) => void,
): Promise<Directive[]> {
  const directives: Directive[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (index % linesPerTurn === linesPerTurn - 1) await setImmediate()
    const place = prefix + sshConfigText.line(index + 1)
    const [, spelling, rest] = /^\s*([^\s=#][^\s=]*)\s*=?\s*(.*)$/.exec(line) ?? []
    if (!spelling) continue
    const args = splitArguments(rest ?? '')
    if (!args || args.length === 0) {
      note(`${place}: ${args ? sshConfigText.noValue(spelling) : sshConfigText.openQuote}`)
      continue
    }
    directives.push({ keyword: spelling.toLowerCase(), spelling, args, place, included: [] })
  }
  return directives
}

/** Splits as OpenSSH does: quotes of both kinds, `\` before a quote, a space or itself, a comment from `#`. */
function splitArguments(text: string): string[] | null {
  const args: string[] = []
  let current: string | null = null
  let quote: string | null = null
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (character === '\\' && (next === '"' || next === "'" || next === '\\' || (next === ' ' && !quote))) {
      current = (current ?? '') + next
      at++
    } else if (quote) {
      if (character === quote) quote = null
      else current = (current ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      current ??= ''
    } else if (/\s/.test(character)) {
      if (current !== null) args.push(current)
      current = null
    } else if (character === '#' && current === null) {
      break
    } else {
      current = (current ?? '') + character
    }
  }
  if (quote) return null
  if (current !== null) args.push(current)
  return args
}

/** The files that a path with `*` and `?` names, sorted. A path without them names itself where it is there. */
async function expandGlob(pattern: string): Promise<string[]> {
  const { root } = path.parse(pattern)
  let found = [root]
  for (const segment of pattern.slice(root.length).split(path.sep)) {
    if (!/[*?]/.test(segment)) {
      found = found.map((folder) => path.join(folder, segment))
      continue
    }
    const names = await Promise.all(
      found.map(async (folder) => {
        const entries = await folders.wait(folder, () => readdir(folder)).catch(() => [])
        return entries
          .filter((name) => !name.startsWith('.') && matchesPattern(segment, name))
          .sort()
          .map((name) => path.join(folder, name))
      }),
    )
    found = names.flat()
  }
  const isFile = (file: string) => kinds.wait(file, async () => (await stat(file)).isFile())
  const there = await Promise.all(found.map((file) => isFile(file).catch(() => false)))
  return found.filter((_, index) => there[index])
}
