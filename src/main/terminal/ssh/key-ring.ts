import type { BaseAgent, ParsedKey } from 'ssh2'
import { printableLine } from '../../../shared/printable'
import type { KeyChoice } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import { sshText } from '../../../shared/text/ssh'
import { expandHome, namedFiles, passphraseName, usualFiles } from '../../ssh-secrets'
import type { Ask } from '../connection'
import { type Agent, type AgentMachine, agentPlaces, agentSigner, findAgent, OneKeyAgent } from './agent'
import { type KeyFile, readKeyFile } from './key-file'
import { describeKeyTrouble } from './key-trouble'
import { type OpenedKey, type OpenKey, openedKey } from './private-key'

const passphraseTries = 3

/** What a connection's keys come from and who is asked about them. */
type KeyRingParts = {
  machine: AgentMachine
  open: OpenKey
  ask: Ask
  /** Told about keys and agents that were asked for and cannot be used. */
  notice(line: string): void
}

/** The keys of one connection. Each hop is offered its own; a file that several name is read, asked for and opened once. */
export class KeyRing {
  readonly #parts: KeyRingParts
  readonly #files = new Map<string, Promise<KeyFile | null>>()
  readonly #agents = new Map<string, Promise<Agent | null>>()
  readonly #opened = new Map<KeyFile, Promise<OpenedKey | null>>()

  constructor(parts: KeyRingParts) {
    this.#parts = parts
  }

  /**
   * Every key to try, in OpenSSH's order: agent keys that a file names, other agent keys, then files.
   *
   * @param whileThinking runs what waits for a person or an agent once the server wants the key
   */
  async *offers(
    choice: KeyChoice,
    whileThinking: <T>(thought: Promise<T>) => Promise<T>,
  ): AsyncGenerator<OneKeyAgent> {
    const names = namedFiles(choice.identityFiles)
    const files = (await Promise.all(names.map((name) => this.#file(name)))).flatMap((file) => file ?? [])
    const held = await this.#agent(choice)
    const publicKeys = files.flatMap((file) => file.publicKey?.getPublicSSH() ?? [])
    const isNamed = (key: ParsedKey) => publicKeys.some((blob) => blob.equals(key.getPublicSSH()))
    const inAgent: Buffer[] = []

    if (held) {
      const named = held.keys.filter(isNamed)
      const others = choice.identitiesOnly ? [] : held.keys.filter((key) => !isNamed(key))
      for (const key of [...named, ...others]) {
        inAgent.push(key.getPublicSSH())
        const sign = agentSigner(held.agent, key)
        yield new OneKeyAgent(key, (data, hash) => whileThinking(sign(data, hash)))
      }
    }
    for (const file of files) {
      const publicKey = file.publicKey ?? (await this.#open(file))?.publicKey
      if (!publicKey || inAgent.some((blob) => blob.equals(publicKey.getPublicSSH()))) continue
      if (!file.privateKey) {
        if (names !== usualFiles) this.#parts.notice(sshText.publicKeyOnly(printableLine(file.path)))
        continue
      }
      yield new OneKeyAgent(publicKey, async (data, hash) => {
        const key = await whileThinking(this.#open(file))
        if (!key) throw new Error('The key stayed locked.')
        return key.sign(data, hash)
      })
    }
  }

  /** The agent for forwarding. */
  async agent(choice: KeyChoice): Promise<BaseAgent | null> {
    return (await this.#agent(choice))?.agent ?? null
  }

  #agent({ identityAgent }: KeyChoice): Promise<Agent | null> {
    const { machine, notice } = this.#parts
    const places = agentPlaces(identityAgent, machine)
    return remembered(this.#agents, places.join('\n'), () => findAgent(places, notice))
  }

  #file(name: string): Promise<KeyFile | null> {
    const { machine, notice } = this.#parts
    return remembered(this.#files, expandHome(name, machine.home), async (path) => {
      try {
        const file = await readKeyFile(path)
        if (!file && !usualFiles.includes(name)) notice(sshText.keyFileMissing(printableLine(name)))
        return file
      } catch (error) {
        this.#cannotUse(name, error instanceof Error ? error.message : connectionText.fileUnreadable)
        return null
      }
    })
  }

  /** The private key, after its passphrase where it has one. */
  #open(file: KeyFile): Promise<OpenedKey | null> {
    return remembered(this.#opened, file, async ({ path, privateKey }) => {
      if (!privateKey || 'opened' in privateKey) return privateKey?.opened ?? null
      return this.#unlock(path, privateKey.locked)
    })
  }

  async #unlock(path: string, text: string): Promise<OpenedKey | null> {
    const { open, ask } = this.#parts
    // Do not ask for the passphrase of a key that none will open.
    let opening = await open(text, undefined)
    for (let attempt = 0; attempt < passphraseTries && opening.kind === 'locked'; attempt++) {
      const answers = await ask({
        kind: 'secrets',
        title: sshText.passphraseFor(printableLine(path)),
        instructions: '',
        fields: [{ label: sshText.passphrase, hidden: true }],
        rememberAs: passphraseName(path),
        retry: attempt > 0,
      })
      if (!answers) return null
      opening = await open(text, answers[0] ?? '')
    }
    if (opening.kind === 'open') return openedKey(opening.pem)
    if (opening.kind === 'unusable') this.#cannotUse(path, describeKeyTrouble(opening.trouble))
    return null
  }

  #cannotUse(path: string, reason: string): void {
    this.#parts.notice(sshText.keyFileUnused(printableLine(path), printableLine(reason)))
  }
}

/** What a key stands for: found out when it is asked for first. */
function remembered<K, V>(found: Map<K, Promise<V>>, key: K, find: (key: K) => Promise<V>): Promise<V> {
  const known = found.get(key)
  if (known) return known
  const finding = find(key)
  found.set(key, finding)
  return finding
}
