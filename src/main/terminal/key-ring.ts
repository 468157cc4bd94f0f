import type { BaseAgent, ParsedKey } from 'ssh2'
import { expandHome, passphraseName, usualFiles } from '../ssh-secrets'
import { agentSigner, findAgent, OneKeyAgent } from './agent'
import type { Ask } from './connection'
import { type KeyFile, readKeyFile } from './key-file'
import { plainLine } from './text'

const passphraseTries = 3

/** Where keys come from. */
type KeySources = {
  /** `~` allowed; empty means the usual ones. */
  identityFiles: readonly string[]
  identitiesOnly: boolean
  agentPlaces: readonly string[]
  home: string
}

/** The keys of one connection, which all its hops share: a passphrase is asked once. */
export type KeyRing = {
  /** Every key to try, in OpenSSH's order: agent keys that a file names, other agent keys, then files. */
  offers(): AsyncGenerator<OneKeyAgent>
  /** The agent for forwarding. */
  agent(): Promise<BaseAgent | null>
}

/** @param notice told about keys that were asked for and cannot be used */
export function keyRing(sources: KeySources, ask: Ask, notice: (line: string) => void): KeyRing {
  const names = sources.identityFiles.length > 0 ? sources.identityFiles : usualFiles
  let files: Promise<KeyFile[]> | undefined
  let agent: ReturnType<typeof findAgent> | undefined
  const opened = new Map<KeyFile, Promise<ParsedKey | null>>()

  const readFiles = async () => {
    const found: KeyFile[] = []
    for (const name of names) {
      try {
        const file = await readKeyFile(expandHome(name, sources.home))
        if (file) found.push(file)
        else if (!usualFiles.includes(name)) notice(`The key file ${plainLine(name)} does not exist.`)
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'it cannot be read'
        notice(`The key file ${plainLine(name)} is not used: ${reason}.`)
      }
    }
    return found
  }

  const theAgent = () => {
    agent ??= findAgent(sources.agentPlaces)
    return agent
  }

  /** The private key, after its passphrase where it has one. */
  const unlock = (file: KeyFile): Promise<ParsedKey | null> => {
    const already = opened.get(file)
    if (already) return already
    const opening = file.encrypted
      ? askPassphrase(file, ask)
      : Promise.resolve(file.unlock?.(undefined) ?? null)
    opened.set(file, opening)
    return opening
  }

  return {
    async *offers() {
      files ??= readFiles()
      const keyFiles = await files
      const held = await theAgent()
      const publicKeys = keyFiles.flatMap((file) => file.publicKey?.getPublicSSH() ?? [])
      const isNamed = (key: ParsedKey) => publicKeys.some((blob) => blob.equals(key.getPublicSSH()))
      const inAgent: Buffer[] = []

      if (held) {
        const named = held.keys.filter(isNamed)
        const others = sources.identitiesOnly ? [] : held.keys.filter((key) => !isNamed(key))
        for (const key of [...named, ...others]) {
          inAgent.push(key.getPublicSSH())
          yield new OneKeyAgent(key, agentSigner(held.agent, key))
        }
      }
      for (const file of keyFiles) {
        const publicKey = file.publicKey ?? (await unlock(file))
        if (!publicKey || inAgent.some((blob) => blob.equals(publicKey.getPublicSSH()))) continue
        if (!file.unlock) {
          if (names !== usualFiles)
            notice(`The key file ${plainLine(file.path)} is a public key, and no agent holds its other half.`)
          continue
        }
        yield new OneKeyAgent(publicKey, async (data, hash) => {
          const key = await unlock(file)
          if (!key) throw new Error('The key stayed locked.')
          return key.sign(data, hash)
        })
      }
    },
    agent: async () => (await theAgent())?.agent ?? null,
  }
}

async function askPassphrase(file: KeyFile, ask: Ask): Promise<ParsedKey | null> {
  for (let attempt = 0; attempt < passphraseTries; attempt++) {
    const answers = await ask({
      kind: 'secrets',
      title: `Passphrase for ${plainLine(file.path)}`,
      instructions: '',
      fields: [{ label: 'Passphrase', hidden: true }],
      rememberAs: passphraseName(file.path),
      retry: attempt > 0,
    })
    if (!answers) return null
    const key = file.unlock?.(answers[0] ?? '')
    if (key) return key
  }
  return null
}
