import type { Duplex } from 'node:stream'
import { printableLine } from '../../../shared/printable'
import { sshText } from '../../../shared/text/ssh'
import { ConnectionFailure } from '../failure'

/** Enough to tell what the peer is, bytes. */
const maxBytes = 256

/**
 * Listens to how a server begins, beside whoever reads the stream.
 *
 * @param stream paused
 * @returns says of one that never began as an SSH server what it is instead; `null` where that cannot be told
 */
export function firstWords(stream: Duplex): (name: string) => ConnectionFailure | null {
  let words = ''
  const hear = (bytes: Buffer) => {
    words += bytes.toString('latin1', 0, maxBytes)
    if (words.length >= maxBytes) stream.off('data', hear)
  }
  stream.on('data', hear)
  return (name) => {
    const [line = ''] = words.split('\n')
    const said = printableLine(line, 120)
    if (!/^[\x20-\x7e]{3}/.test(line)) return null
    if (/^SSH-1\./m.test(words)) return new ConnectionFailure(sshText.speaksSsh1(name), false)
    if (/^HTTP\//.test(line)) return new ConnectionFailure(sshText.noSshServer(name, said), false)
    return new ConnectionFailure(sshText.saidOtherwise(name, said), true)
  }
}
