import { createDiffieHellmanGroup, getDiffieHellman } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  DiffieHellman,
  GroupError,
  usualGenerator,
  usualPrime,
} from '../../../../../src/main/terminal/ssh/diffie-hellman'

const prime = usualPrime('modp14') ?? Buffer.alloc(0)
const minusOne = Buffer.from(prime)
minusOne[minusOne.length - 1] = 0xfe

describe('an exchange of Diffie and Hellman’s', () => {
  it.each(['modp14', 'modp15', 'modp16', 'modp17', 'modp18'])('has the prime of %s', (name) => {
    expect(usualPrime(name)).toEqual(getDiffieHellman(name).getPrime())
  })

  it('has no prime for a group that is not safe', () => {
    expect(usualPrime('modp2')).toBeNull()
  })

  it('agrees with the runtime’s own on a secret', () => {
    const other = createDiffieHellmanGroup('modp14')
    other.generateKeys()
    const ours = new DiffieHellman(prime, usualGenerator)
    expect(ours.computeSecret(other.getPublicKey())).toEqual(other.computeSecret(ours.publicKey()))
    expect(ours.getPrime()).toEqual(prime)
    expect(ours.getGenerator()).toEqual(usualGenerator)
  })

  it('is another each time', () => {
    const keys = [1, 2].map(() => new DiffieHellman(prime, usualGenerator).publicKey().toString('hex'))
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['a prime that is too short', Buffer.alloc(128, 0xff), usualGenerator],
    ['a prime so long that it would hold us up', Buffer.alloc(30_000, 0xff), usualGenerator],
    ['an even prime', Buffer.concat([Buffer.from([0xff]), Buffer.alloc(255)]), usualGenerator],
    ['no prime', Buffer.alloc(0), usualGenerator],
    ['a generator of nothing', prime, Buffer.from([1])],
    ['a generator that is none', prime, prime],
  ])('refuses %s', (_, badPrime, generator) => {
    expect(() => new DiffieHellman(badPrime, generator)).toThrow(GroupError)
  })

  it.each([
    ['0', Buffer.alloc(1)],
    ['1', Buffer.from([1])],
    ['-1', minusOne],
    ['the prime', prime],
  ])('refuses the other side’s number %s, which makes the secret a known one', (_, number) => {
    expect(() => new DiffieHellman(prime, usualGenerator).computeSecret(number)).toThrow(GroupError)
  })
})
