import { channels } from '../../../shared/bridge'
import {
  type EventName,
  events,
  isRequestName,
  type Payload,
  type RequestName,
  type RequestsOf,
  requests,
} from '../../../shared/contract'
import { err, type Result } from '../../../shared/result'
import { answer, type Handlers } from '../../../shared/rpc'
import { threadsText } from '../../../shared/text/threads'

/** What is known of the sender of an IPC request; its frame may be gone when inspected. */
export type IpcSender = {
  sender: { id: number }
  senderFrame: { url: string; parent: unknown } | null
}

/** The part of `ipcMain` used here. */
type RequestChannel<E extends IpcSender> = {
  handle(channel: string, listener: (event: E, name: unknown, input: unknown) => unknown): void
}

type Forward = { forward(name: RequestName, input: unknown): Promise<Result<unknown>> }

/** The one window that may ask. */
export type RelayWindow = {
  /** `null` while there is no window. */
  webContentsId(): number | null
  /** Whether this address is our own page. */
  isOwnUrl(url: string): boolean
  send(channel: string, name: EventName, payload: unknown): void
}

/** The border between the window and everything else. */
export type Relay = {
  /** Sends an event of the contract to the window, if a page listens there. */
  emit<E extends EventName>(name: E, payload: Payload<E>): void
  /** Lets an event of the watch thread through, unless it is for the shell alone. */
  pass(name: EventName, payload: unknown): void
  /** The page is gone (crash, reload): nothing is sent until the next one sends a request. */
  detach(): void
  /** Whether a page that knows the bridge is there. */
  readonly attached: boolean
}

/** Events of the watch thread that end in the shell: notification, log file, tray. */
const shellOnly: ReadonlySet<EventName> = new Set(['alert.raised', 'log.line', 'roster.count'])

const refused = () => err({ kind: 'internal', message: threadsText.notAllowed } as const)

/**
 * Answers the window's requests: sender first, then audience, then the owner's handler. Requests of a
 * worker thread go on unread; the thread checks their shape.
 */
export function createRelay<E extends IpcSender>(parts: {
  ipc: RequestChannel<E>
  window: RelayWindow
  shell: Handlers<RequestsOf<'shell'>>
  /** The threads that answer the other requests. */
  watch: Forward
  terminals: Forward
  /** A page that knows the bridge is there: it hears events from now on. */
  onAttach: () => void
  onCrash: (name: string, cause: unknown) => void
  onRefused: (why: string) => void
}): Relay {
  const { ipc, window, shell, onAttach, onCrash, onRefused } = parts
  let attached = false

  const isTrusted = ({ sender, senderFrame }: E): boolean =>
    sender.id === window.webContentsId() &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    window.isOwnUrl(senderFrame.url)

  ipc.handle(channels.request, (event, name, input) => {
    if (!isTrusted(event)) {
      onRefused('a request from an unknown page')
      return refused()
    }
    if (typeof name !== 'string' || !isRequestName(name) || requests[name].audience !== 'window') {
      onRefused('a request that no window may make')
      return refused()
    }
    if (!attached) {
      attached = true
      onAttach()
    }
    const { owner } = requests[name]
    return owner === 'shell' ? answer(shell, name, input, onCrash) : parts[owner].forward(name, input)
  })

  const send = (name: EventName, payload: unknown) => {
    if (attached) window.send(channels.event, name, payload)
  }
  return {
    emit: send,
    pass(name, payload) {
      if (events[name].owner === 'watch' && !shellOnly.has(name)) send(name, payload)
    },
    detach() {
      attached = false
    },
    get attached() {
      return attached
    },
  }
}
