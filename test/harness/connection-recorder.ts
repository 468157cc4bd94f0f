import { expect } from 'vitest'
import type { Connect, Connection, ConnectionEnd, Question } from '../../src/main/terminal/connection'
import type { SshHost } from '../../src/shared/terminal'

/** A connection with all its events. */
type Recording = {
  connection: Connection
  questions: Question[]
  notices: string[]
  states: string[]
  /** How many bytes came, also where they are not kept. */
  readonly received: number
  bytes(): Uint8Array
  output(): string
  /** Waits until the output holds a text. */
  shows(text: string): Promise<void>
  live(): Promise<void>
  ended: Promise<ConnectionEnd>
  /** Events after `end`, of which there must be none. */
  late: string[]
}

/**
 * Starts a connection and writes down its events.
 *
 * @param answer what the person says to each question; `null` gives up
 * @param onData instead of keeping the output
 */
export function record(
  connect: Connect,
  answer: (question: Question, index: number) => string[] | null | Promise<string[] | null> = () => null,
  onData?: (bytes: Uint8Array) => void,
): Recording {
  const chunks: Uint8Array[] = []
  const questions: Question[] = []
  const notices: string[] = []
  const states: string[] = []
  const late: string[] = []
  let received = 0
  let over = false
  const heard = (event: string) => {
    if (over) late.push(event)
  }
  let end: (end: ConnectionEnd) => void = () => undefined
  const ended = new Promise<ConnectionEnd>((resolve) => {
    end = resolve
  })
  const connection = connect(
    { cols: 80, rows: 24 },
    {
      data(bytes) {
        heard('data')
        received += bytes.length
        if (onData) onData(bytes)
        else chunks.push(bytes)
      },
      state(state) {
        heard('state')
        states.push(state)
      },
      notice(line) {
        heard('notice')
        notices.push(line)
      },
      drain: () => heard('drain'),
      end(result) {
        heard('end')
        over = true
        end(result)
      },
    },
    async (question) => {
      questions.push(question)
      return answer(question, questions.length - 1)
    },
    new AbortController().signal,
  )
  const bytes = () => Buffer.concat(chunks)
  const output = () => bytes().toString('utf8')
  return {
    connection,
    questions,
    notices,
    states,
    late,
    bytes,
    output,
    ended,
    get received() {
      return received
    },
    shows: (text) => expect.poll(output, { timeout: 30_000 }).toContain(text),
    live: () => expect.poll(() => states, { timeout: 30_000 }).toContain('live'),
  }
}

/** A saved host with nothing special about it. */
export const sshHost = (host: Partial<SshHost>): SshHost => ({
  id: 'host',
  label: 'Host',
  group: '',
  host: '127.0.0.1',
  port: 22,
  user: 'user',
  identityFiles: [],
  identitiesOnly: false,
  jumps: [],
  forwards: [],
  agentForwarding: false,
  keepAliveSeconds: 0,
  logOutput: false,
  ...host,
})
