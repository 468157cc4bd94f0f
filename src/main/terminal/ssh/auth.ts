import type { AnyAuthMethod, Prompt } from 'ssh2'
import { printableLine, printableLines } from '../../../shared/printable'
import { sshText } from '../../../shared/text/ssh'
import { passwordName } from '../../ssh-secrets'
import type { Ask } from '../connection'
import type { OneKeyAgent } from './agent'

/** Wrong answers allowed per method. OpenSSH's `NumberOfPasswordPrompts`. */
const tries = 3
/** Rounds per keyboard-interactive attempt, and questions per round; beyond, the server is toying with us. */
const maxRounds = 10
const maxFields = 16
/** Longest text in one round, and in one question, characters: room for menus and links. */
const maxInstructions = 8_000
const maxQuestion = 4_000

/** Who signs in where. */
export type Login = { user: string; host: string; port: number }

/** What the server said to the last attempt. */
type Verdict = { left: readonly string[]; partial: boolean }

/** The authentication of one connection, in OpenSSH's order. */
export type Authentication = {
  /**
   * What to try next; `null` where nothing is left. Takes as long as the person does, and never fails.
   *
   * @param left the methods the server accepts; `partial`: the last attempt was right but not enough. Both as ssh2
   *   heard them, unless `refused` was called
   */
  next(left: readonly string[], partial: boolean): Promise<AnyAuthMethod | null>
  /** What the server really said to the last attempt; ssh2 does not report every one. */
  refused(left: readonly string[], partial: boolean): void
  /** The server sent text instead of a question. */
  said(): void
  /** Whether a key was offered or a person asked: a failure after that may be one of credentials. */
  readonly attempted: boolean
  /** Why nothing is left to try, as a sentence. */
  failure(): string
  /** What to do when the server ends the tries before ours run out, as sentences. */
  cutShort(): string
}

/** What was tried, for the sentence at the end: counts, never a secret. */
type Tried = {
  keys: number
  questions: number
  passwords: number
  /** Somebody was asked, here or by the server in its own way, whether or not an answer came. */
  asked: boolean
  said: boolean
  gaveUp: boolean
  storm: boolean
  left: readonly string[]
}

/** What an authentication works with. */
type AuthenticationParts = {
  login: Login
  /** The keys to try, in order. */
  offers: AsyncIterator<OneKeyAgent>
  ask: Ask
  /** Whether the host's key was accepted: nothing is sent before that. */
  isTrusted(): boolean
  /** Called where the person gave up, or the server went too far, amid its questions. */
  leave(): void
}

/** Prepares to sign in. */
export function authentication(parts: AuthenticationParts): Authentication {
  const { login, isTrusted } = parts
  const tried: Tried = {
    keys: 0,
    questions: 0,
    passwords: 0,
    asked: false,
    said: false,
    gaveUp: false,
    storm: false,
    left: [],
  }
  const methods = attempts(parts, tried)
  let heard: Verdict | null = null
  return {
    async next(left, partial) {
      if (!isTrusted()) return null
      const next = await methods.next(heard ?? { left, partial }).catch(() => null)
      return next?.value ?? null
    },
    refused(left, partial) {
      heard = { left, partial }
    },
    said() {
      tried.said = true
    },
    get attempted() {
      return tried.asked || tried.keys > 0
    },
    failure: () => explain(login, tried),
    cutShort: () => explainCut(login, tried),
  }
}

async function* attempts(
  { login, offers, ask, leave }: AuthenticationParts,
  tried: Tried,
): AsyncGenerator<AnyAuthMethod, undefined, Verdict> {
  const { user: username } = login
  let exhausted = false
  let questions = 0
  let passwords = 0
  let verdict = yield { type: 'none', username }

  while (true) {
    tried.left = verdict.left
    const offer: OneKeyAgent | undefined =
      verdict.left.includes('publickey') && !exhausted ? (await offers.next()).value : undefined
    if (offer) {
      tried.keys++
      verdict = yield { type: 'agent', username, agent: offer }
      continue
    }
    if (verdict.left.includes('publickey')) exhausted = true

    if (verdict.left.includes('keyboard-interactive') && questions < tries) {
      // Starting may be enough for a person's phone to ask for approval.
      tried.asked = true
      const talk = conversation(login, ask, tried, questions > 0, leave)
      verdict = yield { type: 'keyboard-interactive', username, prompt: talk.prompt }
      if (talk.asked()) tried.questions++
      // A server that offers the way but asks nothing has nobody behind it.
      questions = verdict.partial ? 0 : talk.asked() ? questions + 1 : tries
    } else if (verdict.left.includes('password') && passwords < tries) {
      tried.asked = true
      const password = await askPassword(login, ask, passwords > 0)
      if (password === null) {
        tried.gaveUp = true
        return
      }
      tried.passwords++
      verdict = yield { type: 'password', username, password }
      passwords = verdict.partial ? 0 : passwords + 1
    } else {
      return
    }
  }
}

async function askPassword(login: Login, ask: Ask, retry: boolean): Promise<string | null> {
  const answers = await ask({
    kind: 'secrets',
    title: sshText.passwordFor(`${login.user}@${login.host}`),
    instructions: '',
    fields: [{ label: sshText.password, hidden: true }],
    rememberAs: passwordName(login),
    retry,
  })
  return answers?.[0] ?? null
}

/** The questions of one keyboard-interactive attempt. */
function conversation(login: Login, ask: Ask, tried: Tried, retry: boolean, leave: () => void) {
  let rounds = 0
  const prompt = (
    name: string,
    instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: (answers: string[]) => void,
  ) => {
    rounds++
    if (rounds > maxRounds || prompts.length > maxFields) {
      tried.storm = true
      leave()
      return
    }
    const fields = prompts.map(({ prompt: label, echo }) => ({
      label:
        printableLines(label, maxQuestion)
          .join('\n')
          .replace(/^\s*\n/, '') || sshText.answer,
      hidden: !echo,
    }))
    // Most servers ask for the plain password this way. Anything else, such as a one-time code, must not be kept.
    const isPassword =
      rounds === 1 &&
      fields.length === 1 &&
      /^(\(.*\) )?password(?: for \S+)?:?$/i.test(fields[0]?.label ?? '')
    const answered = ask({
      kind: 'secrets',
      title: printableLine(name, 100) || sshText.asks(`${login.user}@${login.host}`),
      instructions: printableLines(instructions, maxInstructions).join('\n'),
      fields,
      rememberAs: isPassword && fields[0]?.hidden ? passwordName(login) : null,
      retry: retry && rounds === 1,
    })
    answered
      .catch(() => null)
      .then((answers) => {
        if (answers) {
          finish(fields.map((_, index) => answers[index] ?? ''))
          return
        }
        tried.gaveUp = true
        leave()
      })
  }
  return { prompt, asked: () => rounds > 0 }
}

function explainCut({ user, host }: Login, { keys }: Tried): string {
  const who = `${user}@${host}`
  return keys < 2 ? sshText.noMoreTries(who) : sshText.tooManyKeys(who, keys)
}

function explain({ user, host }: Login, tried: Tried): string {
  const who = `${user}@${host}`
  if (tried.gaveUp) return sshText.signInCancelled(who)
  if (tried.storm) return sshText.tooManyQuestions(host)
  if (tried.passwords > 0) return sshText.passwordRefused(who)
  const ways = tried.left.map((way) => printableLine(way, 40)).join(', ')
  const accepts = ways ? [sshText.accepts(ways)] : []
  const sentences = (...all: string[]) => all.join(' ')
  if (tried.questions > 0) return sentences(sshText.answersRefused(who), ...accepts)
  if (tried.keys > 0) return sentences(sshText.keysRefused(who, tried.keys), ...accepts)
  if (tried.said) return sentences(sshText.notLetIn(who), ...accepts)
  return sentences(sshText.noKey(who), ...accepts, sshText.offerKey)
}
