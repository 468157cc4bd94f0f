import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fingerprint,
  type HostKey,
  hashedKnownHostsLine,
  knownHostsLine,
  knownTypes,
  lookup,
  parseKnownHost,
  readHostKey,
} from '../../../../../src/main/terminal/config/known-hosts'

/** A key of a type with a made-up body. */
function key(type: string, body: string): HostKey {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(type.length)
  return { type, blob: Buffer.concat([length, Buffer.from(type), Buffer.from(body)]) }
}
const text = ({ type, blob }: HostKey) => `${type} ${blob.toString('base64')}`

const old = key('ssh-ed25519', 'old')
const mine = key('ssh-ed25519', 'mine')
const rsa = key('ssh-rsa', 'mine too')

const parsed = (lines: string, file: string) =>
  lines.split('\n').flatMap((line, index) => parseKnownHost(line, file, index + 1) ?? [])

const trust = (lines: string, host = 'db.example.net', port = 22, shown = mine) =>
  lookup(parsed(lines, 'known_hosts'), host, port, shown)

function hashed(name: string): string {
  const salt = Buffer.from('a salt of 20 bytes..')
  const mac = createHmac('sha1', salt).update(name).digest('base64')
  return `|1|${salt.toString('base64')}|${mac}`
}

describe('known hosts', () => {
  it.each([
    ['a name', 'db.example.net', 'db.example.net', 22],
    ['a name in other letters', 'DB.example.net', 'db.EXAMPLE.net', 22],
    ['one of several', 'a,db.example.net,10.0.0.1', '10.0.0.1', 22],
    ['a wildcard', '*.example.net', 'db.example.net', 22],
    ['one character', 'db?.example.net', 'db1.example.net', 22],
    ['a port', '[db.example.net]:2222', 'db.example.net', 2222],
    ['a port and a wildcard', '[*.example.net]:2222', 'db.example.net', 2222],
    ['an address', '::1', '::1', 22],
    ['a hash', hashed('db.example.net'), 'db.example.net', 22],
    ['a hash with a port', hashed('[db.example.net]:2222'), 'db.example.net', 2222],
    ['the name alone, where the port is another', 'db.example.net', 'db.example.net', 2222],
  ])('finds a host by %s', (_, names, host, port) => {
    expect(trust(`${names} ${text(mine)}`, host, port)).toEqual({ kind: 'known' })
  })

  it.each(['*', 'a,b', '!a', '|1|a|b', '#a', '@revoked', 'a b', 'a\nb', '[a]:22'])(
    'are never written for %j, hidden or not',
    (name) => {
      expect(() => knownHostsLine(name, 22, mine)).toThrow()
      expect(() => knownHostsLine(name, 2222, mine)).toThrow()
      expect(() => hashedKnownHostsLine(name, 22, mine)).toThrow()
    },
  )

  it.each([
    ['a negation, wherever it stands', '*.example.net,!db.example.net', 'db.example.net', 22],
    ['a negation before', '!db.example.net,*', 'db.example.net', 22],
    ['a negation alone', '!other', 'db.example.net', 22],
    ['another port', '[db.example.net]:2222', 'db.example.net', 22],
    ['another hash', hashed('other'), 'db.example.net', 22],
    ['a hash of another kind', hashed('db.example.net').replace('|1|', '|2|'), 'db.example.net', 22],
    ['half a hash', '|1|abc', 'db.example.net', 22],
    ['part of a name', 'example.net', 'db.example.net', 22],
  ])('does not find a host behind %s', (_, names, host, port) => {
    expect(trust(`${names} ${text(mine)}`, host, port)).toEqual({ kind: 'unknown', otherTypesKnown: [] })
  })

  it('tells a changed key with the line of the old one', () => {
    const known = trust(`# a comment\n\ndb.example.net ${text(old)}\n`)
    expect(known).toMatchObject({ kind: 'changed', known: [{ file: 'known_hosts', line: 3, key: old }] })
  })

  it('knows a host by any of several keys', () => {
    const lines = `db.example.net ${text(old)}\ndb.example.net ${text(mine)}`
    expect(trust(lines)).toEqual({ kind: 'known' })
  })

  it('does not call a key of another type changed', () => {
    expect(trust(`db.example.net ${text(rsa)}`)).toEqual({ kind: 'unknown', otherTypesKnown: ['ssh-rsa'] })
  })

  it('puts a revocation above a line that knows the key', () => {
    const lines = `db.example.net ${text(mine)}\n@revoked * ${text(mine)}`
    expect(trust(lines)).toMatchObject({ kind: 'revoked', by: { line: 2 } })
  })

  it('does not take a revoked key of the host for a changed one', () => {
    expect(trust(`@revoked * ${text(old)}`)).toEqual({ kind: 'unknown', otherTypesKnown: [] })
  })

  it('neither trusts nor refuses a key without a certificate for an authority’s line', () => {
    const line = `@cert-authority *.example.net ${text(mine)}`
    expect(trust(line)).toEqual({ kind: 'unknown', otherTypesKnown: [] })
    expect(trust(`${line}\ndb.example.net ${text(mine)}`)).toEqual({ kind: 'known' })
    expect(trust(`${line}\ndb.example.net ${text(old)}`)).toMatchObject({ kind: 'changed' })
  })

  it('does not take a changed key at a port for a known one without it', () => {
    const lines = `db.example.net ${text(mine)}\n[db.example.net]:2222 ${text(old)}`
    expect(trust(lines, 'db.example.net', 2222)).toMatchObject({ kind: 'changed' })
  })

  it('does not trust at another port what was revoked without one', () => {
    expect(trust(`@revoked db.example.net ${text(mine)}`, 'db.example.net', 2222)).toMatchObject({
      kind: 'revoked',
    })
  })

  it('gives the types by which a host is known', () => {
    const entries = parsed(
      `a ${text(rsa)}\na ${text(mine)}\na ${text(old)}\n@revoked a ${text(key('ssh-dss', ''))}\nb ${text(mine)}`,
      'known_hosts',
    )
    expect(knownTypes(entries, 'a', 22)).toEqual(['ssh-rsa', 'ssh-ed25519'])
  })

  it.each([
    'db.example.net',
    'db.example.net ssh-ed25519',
    'db.example.net ssh-ed25519 !!!!',
    `db.example.net ssh-rsa ${mine.blob.toString('base64')}`,
    `@strange db.example.net ${text(mine)}`,
    `#db.example.net ${text(mine)}`,
    'db.example.net 1024 35 1234567',
  ])('passes over a line that makes no sense: %s', (line) => {
    expect(trust(line)).toEqual({ kind: 'unknown', otherTypesKnown: [] })
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (anything) => {
        trust(anything)
      }),
    )
  })

  it('writes lines that it knows again', () => {
    fc.assert(
      fc.property(fc.domain(), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        expect(trust(knownHostsLine(host, port, mine), host, port)).toEqual({ kind: 'known' })
      }),
    )
  })
})

describe('a host key', () => {
  it('is refused where it is none', () => {
    expect(readHostKey(Buffer.from('abc'))).toBeNull()
    expect(readHostKey(Buffer.from([255, 255, 255, 255, 65]))).toBeNull()
    expect(readHostKey(mine.blob)).toEqual(mine)
  })

  it('has the fingerprint that OpenSSH prints', () => {
    const blob = Buffer.from('AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl', 'base64')
    expect(fingerprint(blob)).toBe('SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU')
  })
})
