import { err, ok, type Result } from '../../../shared/result'
import type { PromptAnswer, Terminal, TerminalPrompt } from '../../../shared/terminal'
import type { Vault } from '../../settings/vault'

/** The questions of the terminals thread on their way to the person. */
export type TerminalPrompts = {
  /** A question came: answered from the vault where it was remembered, shown to the person otherwise. */
  asked(prompt: TerminalPrompt): void
  /** It no longer matters. */
  done(promptId: string): void
  /** A terminal leads elsewhere now: what is remembered for it may be tried again. */
  changed(terminal: Terminal): void
  /** The person's answer, kept if they wish. */
  answer(answer: PromptAnswer): Promise<Result<undefined>>
  /** The questions are gone with the thread that asked them. */
  forgetAll(): void
}

/** What the prompts need. */
type PromptParts = {
  vault: Pick<Vault, 'askKeychain' | 'read' | 'write' | 'remove'>
  resolve(answer: Pick<PromptAnswer, 'promptId' | 'answers'>): Promise<Result<undefined>>
  show(prompt: TerminalPrompt): void
  hide(promptId: string): void
  /** The number of questions waiting, on each change. */
  onWaiting(count: number): void
}

/**
 * Answers each remembered question once per attempt from the vault and forgets a secret that was wrong. A secret goes from
 * the vault to the terminals thread and never to a window.
 */
export function createTerminalPrompts(parts: PromptParts): TerminalPrompts {
  const { vault, resolve, show, hide, onWaiting } = parts
  /** Open prompts, and the name under which to keep each answer. */
  const open = new Map<string, string | null>()
  /** Names a terminal's attempt has used, so that a server cannot ask for one secret for ever. */
  const used = new Map<string, Set<string>>()
  /** Answered from the vault, and not done yet: the thread repeats what is open to a page that attaches. */
  const answered = new Set<string>()

  const fromVault = (prompt: TerminalPrompt): string | null => {
    if (prompt.kind !== 'secrets' || prompt.rememberAs === null) return null
    const name = vaultName(prompt.rememberAs)
    if (prompt.retry) {
      void vault.remove(name)
      return null
    }
    const names = used.get(prompt.terminalId) ?? new Set()
    if (prompt.fields.length !== 1 || names.has(name)) return null
    const kept = vault.read(name)
    if (!kept.ok || !kept.value) return null
    used.set(prompt.terminalId, names.add(name))
    return kept.value.credential
  }

  return {
    asked(prompt) {
      if (answered.has(prompt.id)) return
      const kept = fromVault(prompt)
      if (kept !== null) {
        answered.add(prompt.id)
        void resolve({ promptId: prompt.id, answers: [kept] })
        return
      }
      open.set(prompt.id, prompt.kind === 'secrets' ? prompt.rememberAs : null)
      show(prompt)
      onWaiting(open.size)
    },
    done(promptId) {
      answered.delete(promptId)
      if (!open.delete(promptId)) return
      hide(promptId)
      onWaiting(open.size)
    },
    changed({ id, state }) {
      if (state.kind !== 'connecting' && state.kind !== 'waiting') used.delete(id)
    },
    async answer({ promptId, answers, remember }) {
      const name = open.get(promptId)
      const resolved = await resolve({ promptId, answers })
      const secret = answers?.[0]
      if (!resolved.ok || !remember || !name || !secret) return resolved
      // Without a keychain it is kept for this run, which is the best possible.
      const storage = (await vault.askKeychain()) === 'available' ? 'keychain' : 'memory'
      const kept = await vault.write(vaultName(name), { credential: secret, headers: {} }, storage)
      return kept.ok ? ok(undefined) : err(kept.error)
    },
    forgetAll() {
      for (const promptId of open.keys()) hide(promptId)
      open.clear()
      used.clear()
      answered.clear()
      onWaiting(0)
    },
  }
}

/** A secret's name in the vault, distinct from the account ids there. */
export const vaultName = (rememberAs: string): string => `terminal:${rememberAs}`
