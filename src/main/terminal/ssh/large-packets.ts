import { createDecipheriv } from 'node:crypto'

/** OpenSSH's own limit, bytes. */
const maxPacketBytes = 256 * 1024
/** ssh2's own limit, bytes. RFC 4253 requires no more, but OpenSSH's server sends more. */
const librarysLimit = 35_000
const lengthBytes = 4
const tagBytes = 16

/**
 * Has a decipher of AES-GCM take packets as large as OpenSSH takes them: where somebody pastes a long text at a prompt
 * without echo, OpenSSH's server answers with a packet of the same size that says nothing. Other deciphers stay as they are.
 *
 * @param decipher one of ssh2's
 */
export function takeLargePackets(decipher: object): void {
  if (!isGcm(decipher)) return
  const decrypt = decipher.decrypt.bind(decipher)
  const begin = Buffer.alloc(lengthBytes)
  let begun = 0
  /** Of the packet that is being read, its tag included. */
  let left = 0

  decipher.decrypt = (data, from, end) => {
    let at = from
    while (at < end) {
      if (left === 0) {
        while (begun < lengthBytes && at < end) begin[begun++] = data[at++] ?? 0
        if (begun < lengthBytes) return
        begun = 0
        const length = begin.readUInt32BE()
        left = length + tagBytes
        // What is not long is left to ssh2, with what it finds wrong.
        if (length <= librarysLimit - lengthBytes - tagBytes) decrypt(begin, 0, lengthBytes)
        else if (length <= maxPacketBytes && length % 16 === 0) startAt(decipher, begin, length)
        else throw new Error(`Bad packet length: ${length}`)
        continue
      }
      const part = data.subarray(at, Math.min(at + left, end))
      left -= part.length
      const stop = decrypt(part, 0, part.length)
      if (stop !== undefined) return at + stop
      at += part.length
    }
  }
}

type GcmDecipher = {
  /** @returns where it stopped, which may be before the end */
  decrypt(data: Uint8Array, from: number, end: number): number | undefined
  _len: number
  _lenBytes: number
  _tag: Buffer
  /** Not there where ssh2's own native part deciphers. */
  _decipherInstance?: unknown
  _decipherSSLName?: unknown
  _decipherKey?: unknown
  _decipherIV?: unknown
}

function isGcm(decipher: object): decipher is GcmDecipher {
  return (
    'decrypt' in decipher &&
    typeof decipher.decrypt === 'function' &&
    '_lenBytes' in decipher &&
    '_len' in decipher &&
    '_tag' in decipher
  )
}

/** Puts a decipher behind a packet's length, which is not encrypted but counts for its tag. */
function startAt(decipher: GcmDecipher, begin: Buffer, length: number): void {
  decipher._len = length
  decipher._lenBytes = lengthBytes
  if (!('_decipherInstance' in decipher)) return
  const { _decipherSSLName: name, _decipherKey: key, _decipherIV: iv } = decipher
  if ((name !== 'aes-128-gcm' && name !== 'aes-256-gcm') || !Buffer.isBuffer(key) || !Buffer.isBuffer(iv))
    throw new Error('This ssh2 is built otherwise.')
  decipher._decipherInstance = createDecipheriv(name, key, iv).setAutoPadding(false).setAAD(begin)
}
