/** What of this machine and of the person must not be in a text that they hand to others. */
type Private = {
  /** Folders and what stands for each, such as the app's own and `[app]`. All that lies deeper keeps its name. */
  folders: readonly (readonly [folder: string, standIn: string])[]
  /** Folders of which nothing may be told, such as the home folder. */
  hiddenFolders: readonly string[]
  /** What the person calls things, and how they and this machine are called. */
  names: readonly string[]
}

/** The rest of a path, which may hold spaces. */
const restOfPath = String.raw`[^\n:()"'“”]*`

/** Folders in which systems keep people's homes. */
const homes = new RegExp(String.raw`(?:/home|/Users|/root|~|[A-Za-z]:[\\/]+Users)[\\/]${restOfPath}`, 'g')

/** A name of a host with a top level; a file of a program is none, nor what a stack calls a function. */
const hostName =
  /\b(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?!(?:[cm]?[jt]sx?|json|log|db|node|asar|desktop|tmp|broken)\b)[a-z]{2,}\b(?! \()/gi

/** What a text of ours quotes was called so by somebody. */
const quotation = /“[^”\n]*”|«[^»\n]*»/g

const url = /\b(?:https?|wss?|file|socks5?):\/\/[^\s"'<>)]+/gi
const atHost = /[^\s"'<>(]+@[^\s"'<>):]+/g
const ipv6 = /(?<![\w:])(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}(?![\w:])/gi

/** What the redactor left of an ID, numbers as long as an ID, and hexadecimal ones. */
const id = /…[\w-]{1,4}|\b(?:\d{7,}|(?=[\da-f]*\d)[\da-f]{8,})\b/gi

/** A way to make a text fit for others: without names, hosts and paths of this machine. It is applied after the log's redactor. */
export function createMask({ folders, hiddenFolders, names }: Private): (text: string) => string {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    // Inside a longer word it is another word.
    .map((name) => new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])`, 'giu'))
  const hidden = hiddenFolders
    .filter(isFolder)
    .map((folder) => new RegExp(`${literal(folder)}${restOfPath}`, 'g'))
  return (text) => {
    let safe = text
    for (const [folder, standIn] of folders.filter(([each]) => isFolder(each)))
      safe = safe.replaceAll(folder, standIn)
    for (const pattern of [...hidden, homes]) safe = safe.replace(pattern, '[path]')
    safe = safe.replace(url, '[address]').replace(atHost, '[address]').replace(ipv6, '[address]')
    safe = safe.replace(quotation, '“[name]”')
    for (const name of known) safe = safe.replace(name, '[name]')
    return safe.replace(hostName, '[host]').replace(id, '[id]')
  }
}

/** The root of a disk is in every path. */
const isFolder = (folder: string): boolean => folder.length > 3

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
