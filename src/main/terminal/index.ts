import os from 'node:os'
import path from 'node:path'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Transport } from '../../shared/terminal'
import { systemClock } from '../clock'
import { followLanguage } from '../language'
import { portOf } from '../message-port'
import { systemCertificates } from '../trust'
import { usualKnownHosts } from './config/known-hosts-file'
import { scanSshConfig } from './config/ssh-config'
import type { Connect } from './connection'
import type { WindowPort } from './session/pane'
import { composePanes } from './session/panes'
import { createTranscripts } from './session/transcript'
import { KeyOpener, openInWorker } from './ssh/key-opening'
import { connectSsh } from './ssh/ssh'
import { connectMachine } from './websocket/vsay'

if (!parentPort) throw new Error('The terminals thread runs as a worker only.')
const parent = parentPort

/** What the shell starts the thread with. */
const startSchema = z.object({
  /** A known_hosts file of our own in place of the user's. */
  knownHostsFile: z.string().nullable(),
  /** Where the output of the hosts that ask for it is kept. */
  transcriptFolder: z.string(),
})
const { knownHostsFile, transcriptFolder } = startSchema.parse(workerData)

/** A tab's port, as `terminal-ports` of the shell sends it beside the contract's frames. */
const isTabPort = (message: unknown): message is { id: string; port: MessagePort } =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'terminal.port'

const windowPort = (tab: MessagePort): WindowPort => ({
  post: (frame, transfer) => tab.postMessage(frame, transfer),
  listen(onFrame, onClose) {
    tab.on('message', onFrame)
    tab.on('close', onClose)
  },
  close: () => tab.close(),
})

const home = os.homedir()
const ssh = connectSsh({
  knownHostsFiles: knownHostsFile ? [knownHostsFile] : usualKnownHosts(home, process.env, process.platform),
  environment: process.env,
  platform: process.platform,
  home,
  openKey: new KeyOpener(openInWorker(path.join(__dirname, 'key.cjs'))).open,
})
const machine = connectMachine(systemClock, systemCertificates)
const transcripts = createTranscripts(transcriptFolder, systemClock)
const connect = (transport: Transport): Connect => {
  if (transport.kind === 'machine') return machine(transport)
  const { host } = transport
  return host.logOutput ? transcripts.keep(host.label, ssh(host)) : ssh(host)
}

followLanguage()
const panes = composePanes({
  port: portOf(parent),
  clock: systemClock,
  random: Math.random,
  connect,
  kept: transcripts.settled,
  scanHosts: () => scanSshConfig(home),
})
parent.on('message', (message: unknown) => {
  if (isTabPort(message)) panes.attach(message.id, windowPort(message.port))
})
