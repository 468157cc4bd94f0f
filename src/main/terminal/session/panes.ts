import { randomUUID } from 'node:crypto'
import type { RequestsOf } from '../../../shared/contract'
import { err, ok } from '../../../shared/result'
import { type Handlers, type Port, serve } from '../../../shared/rpc'
import type { SshConfigScan, TerminalPrompt, Transport } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import type { Clock } from '../../clock'
import { errorPlaces } from '../../error-places'
import type { Connect, Question } from '../connection'
import { Pane, type WindowPort } from './pane'

/** What the terminals thread needs from outside. */
type PanesParts = {
  /** Where the contract is served. */
  port: Port
  clock: Clock
  /** 0 to 1. */
  random: () => number
  connect(transport: Transport): Connect
  /** Resolves when all output to keep is written, or cannot be. */
  kept(): Promise<void>
  /** Reads the user's OpenSSH config file. */
  scanHosts(): Promise<SshConfigScan>
}

/** The running panes. */
type Panes = {
  /** Gives a terminal its window's end; a port for a terminal that is not there is closed. */
  attach(id: string, port: WindowPort): void
  stop(): void
}

type OpenPrompt = { prompt: TerminalPrompt; answer(answers: string[] | null): void }

const notFound = () => err({ kind: 'not-found', message: connectionText.gone } as const)

/** Keeps every terminal of the app and serves the terminals thread's part of the contract. */
export function composePanes(parts: PanesParts): Panes {
  const { clock, random, connect } = parts
  const panes = new Map<string, Pane>()
  const prompts = new Map<string, OpenPrompt>()

  const ask = (terminalId: string, question: Question, signal: AbortSignal): Promise<string[] | null> => {
    if (signal.aborted) return Promise.resolve(null)
    return new Promise((resolve) => {
      const prompt: TerminalPrompt = { ...question, id: randomUUID(), terminalId }
      const answer = (answers: string[] | null) => {
        prompts.delete(prompt.id)
        signal.removeEventListener('abort', giveUp)
        emit('terminal.prompt-done', { id: prompt.id })
        resolve(answers)
      }
      const giveUp = () => answer(null)
      signal.addEventListener('abort', giveUp, { once: true })
      prompts.set(prompt.id, { prompt, answer })
      emit('terminal.prompt', prompt)
    })
  }

  const stopAll = () => {
    for (const pane of panes.values()) pane.stop()
    panes.clear()
  }

  const handlers: Handlers<RequestsOf<'terminals'>> = {
    'terminal.start': ({ id, target, label, sessionKey, transport, size }) => {
      panes.get(id)?.stop()
      const pane = new Pane({
        identity: { id, target, label, sessionKey },
        connect: connect(transport),
        size,
        clock,
        random,
        ask: (question, signal) => ask(id, question, signal),
        onChange: (changed) => emit('terminal.changed', changed),
      })
      panes.set(id, pane)
      return ok(pane.view())
    },
    'terminal.restart': ({ id, sessionKey, transport }) => {
      const pane = panes.get(id)
      if (!pane) return notFound()
      pane.restart(connect(transport), sessionKey)
      return ok(undefined)
    },
    'terminal.reroute': ({ id, transport }) => {
      panes.get(id)?.reroute(connect(transport))
      return ok(undefined)
    },
    'terminal.stop': ({ id }) => {
      const pane = panes.get(id)
      if (!pane) return notFound()
      panes.delete(id)
      pane.stop()
      emit('terminal.closed', { id })
      return ok(undefined)
    },
    'terminal.resolve': ({ promptId, answers }) => {
      // An outdated prompt is not the person's mistake.
      prompts.get(promptId)?.answer(answers)
      return ok(undefined)
    },
    'terminal.resumed': () => {
      for (const pane of panes.values()) pane.resumed()
      return ok(undefined)
    },
    'terminal.leave': async () => {
      stopAll()
      await parts.kept()
      return ok(undefined)
    },
    'host.scan': async () => ok(await parts.scanHosts()),
  }
  const { emit, stop } = serve(parts.port, handlers, (name, cause) =>
    emit('log.line', { level: 'error', text: `request ${name}: ${errorPlaces(cause)}` }),
  )

  return {
    attach(id, port) {
      const pane = panes.get(id)
      if (!pane) {
        port.close()
        return
      }
      pane.attach(port)
      // A window that came back has not heard what is still being asked.
      for (const { prompt } of prompts.values()) if (prompt.terminalId === id) emit('terminal.prompt', prompt)
    },
    stop() {
      stop()
      stopAll()
    },
  }
}
