import { randomBytes } from 'node:crypto'
import { sshText } from '../../../shared/text/ssh'

/** Smallest prime OpenSSH accepts in a group the server chose, bits. */
const minPrimeBits = 2_048
const maxPrimeBits = 8_192
/** Twice the strength of any cipher here, bytes. */
const exponentBytes = 64

/** A server sent a group, or a number of one, that no key can be agreed on with. */
export class GroupError extends Error {
  override readonly name = 'GroupError'
  /** ssh2's term: trying again is no use. */
  readonly level = 'handshake'
}

/**
 * One exchange of Diffie and Hellman's, for ssh2. The runtime's own examines the prime each time, which holds the thread
 * for seconds and, for a prime that a server chose, for a minute. Nobody else does that: a server lying about its group
 * harms only its own connection. The exponent is used once, so timings reveal nothing that could be accumulated.
 */
export class DiffieHellman {
  readonly #prime: bigint
  readonly #generator: bigint
  readonly #secret = number(randomBytes(exponentBytes))

  /**
   * @param prime its bytes, big-endian
   * @throws {GroupError} where it is not one to agree on a key with
   */
  constructor(prime: Buffer, generator: Buffer) {
    this.#prime = number(prime)
    this.#generator = number(generator)
    const bits = this.#prime.toString(2).length
    if (bits < minPrimeBits || bits > maxPrimeBits || this.#prime % 2n === 0n)
      throw new GroupError(sshText.badGroup(bits))
    if (!this.#isInGroup(this.#generator)) throw new GroupError(sshText.noGenerator)
  }

  getPrime(): Buffer {
    return bytes(this.#prime)
  }

  getGenerator(): Buffer {
    return bytes(this.#generator)
  }

  /** Sent to the other side. */
  publicKey(): Buffer {
    return bytes(power(this.#generator, this.#secret, this.#prime))
  }

  /** @throws {GroupError} where the other side's number makes the secret a known one */
  computeSecret(other: Buffer): Buffer {
    const value = number(other)
    if (!this.#isInGroup(value)) throw new GroupError(sshText.badNumber)
    return bytes(power(value, this.#secret, this.#prime))
  }

  #isInGroup(value: bigint): boolean {
    return value > 1n && value < this.#prime - 1n
  }
}

const number = (digits: Buffer): bigint => BigInt(`0x${digits.toString('hex') || '0'}`)

function bytes(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

/** Takes four exponent bits at a time. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n]
  for (let index = 1; index < 16; index++) powers.push(((powers[index - 1] ?? 1n) * base) % modulus)
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus
    result = (result * (powers[Number.parseInt(digit, 16)] ?? 1n)) % modulus
  }
  return result
}

/** RFC 3526's groups: their sizes, and what is added to the digits of pi. */
const offsets: Readonly<Record<string, readonly [bits: number, offset: bigint]>> = {
  modp14: [2_048, 124_476n],
  modp15: [3_072, 1_690_314n],
  modp16: [4_096, 240_904n],
  modp17: [6_144, 929_484n],
  modp18: [8_192, 4_743_158n],
}

/** The generator of RFC 3526's groups. */
export const usualGenerator = Buffer.from([2])

/**
 * The prime of one of RFC 3526's groups: 2^n - 2^(n-64) - 1 + 2^64 * (floor(2^(n-130) * pi) + offset).
 *
 * @param name such as `modp14`
 */
export function usualPrime(name: string): Buffer | null {
  const group = offsets[name]
  if (!group) return null
  const [bits, offset] = group
  const power = (exponent: number) => 1n << BigInt(exponent)
  return bytes(power(bits) - power(bits - 64) - 1n + power(64) * (piTimes(bits - 130) + offset))
}

/** floor(2^bits * pi), by Machin's formula. */
function piTimes(bits: number): bigint {
  const spare = 64n
  const one = 1n << (BigInt(bits) + spare)
  const arctanOfOneOver = (x: bigint) => {
    let sum = 0n
    for (let term = one / x, index = 1n; term > 0n; term /= x * x, index += 2n)
      sum += index % 4n === 1n ? term / index : -(term / index)
    return sum
  }
  return (16n * arctanOfOneOver(5n) - 4n * arctanOfOneOver(239n)) >> spare
}
