import zlib from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeJson, Undecodable, unpack } from '../../../../../src/main/watch/providers/body'
import { deepest } from '../../../../../src/main/watch/providers/json-depth'

const packers = {
  gzip: zlib.gzipSync,
  'x-gzip': zlib.gzipSync,
  br: zlib.brotliCompressSync,
  deflate: zlib.deflateSync,
  Deflate: zlib.deflateRawSync,
  identity: (body: Buffer) => body,
} satisfies Record<string, (body: Buffer) => Buffer>
const names = Object.keys(packers) as (keyof typeof packers)[]

const chain = fc.array(fc.constantFrom(...names), { maxLength: 3 })
const packed = (body: Buffer, applied: readonly (keyof typeof packers)[]) =>
  applied.reduce((left, name) => packers[name](left), body)

const bytes = (text: string) => Buffer.from(text)
const parsed = (text: string) => decodeJson(bytes(text))

describe('unpacking', () => {
  it('gives back whatever was packed, by any chain of encodings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), chain, async (content, applied) => {
        const body = Buffer.from(content)
        const unpacked = await unpack(packed(body, applied), applied.join(', '), 10_000)
        // Bare deflate can look as if it had the header of zlib: one in some hundreds that nobody sends.
        fc.pre(!(applied.includes('Deflate') && unpacked instanceof Undecodable))
        expect(unpacked).toEqual(body)
      }),
    )
  })

  it('never gives more than the bound and never throws, whatever came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((content) => Buffer.from(content)),
          fc
            .tuple(fc.string({ maxLength: 300 }), chain, fc.nat(400))
            .map(([text, applied, cut]) => packed(bytes(text), applied).subarray(0, cut)),
        ),
        fc.array(fc.constantFrom(...names, 'zstd', '', '\u0000'), { maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        async (body, applied, limit) => {
          const unpacked = await unpack(body, applied.join(','), limit)
          if (unpacked instanceof Undecodable) expect(unpacked.what).toMatch(/^[\p{L}\p{N} ,().+-]+$/u)
          else expect(unpacked === body || unpacked.length <= limit).toBe(true)
        },
      ),
    )
  })
})

describe('JSON', () => {
  it('is what it was where it is not deep', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        expect(parsed(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('keeps just so many levels, in arrays and in objects, and all that lies beside', () => {
    const level = fc.constantFrom<[string, string]>(['[', ']'], ['{"a":', '}'], ['["]}",', ',{"\\"[":[]}]'])
    fc.assert(
      fc.property(fc.array(level, { minLength: deepest + 1, maxLength: deepest + 60 }), (levels) => {
        const opening = levels.map(([left]) => left).join('')
        const closing = levels
          .map(([, right]) => right)
          .reverse()
          .join('')
        const value = parsed(`[${opening}"inside"${closing},"beside"]`)
        expect(value).toEqual([expect.anything(), 'beside'])
        const text = JSON.stringify(value)
        expect(text).not.toContain('inside')
        expect(depthOf(value)).toBe(deepest)
      }),
    )
  })

  it('leaves out a deep value as such, and the next one is whole', () => {
    const deep = (inside: string) => `${'['.repeat(deepest)}${inside}${']'.repeat(deepest)}`
    const inner = (inside: string) => JSON.stringify(parsed(deep(inside))).replace(/^\[+|\]+$/g, '')
    expect(inner('1')).toBe('1')
    expect(inner('[1,2]')).toBe('"…"')
    expect(inner('[]')).toBe('""')
    expect(inner('{"a":{"b":"]"}},"x",[[1]]')).toBe('"…","x","…"')
  })

  it.each([
    ['{"a":[1,2', 'truncated'],
    ['{"a":"b', 'truncated'],
    ['[{"a":"]}', 'truncated'],
    ['['.repeat(200_000), 'truncated'],
    ['{"a":1} trailing', 'not-json'],
    ['{"a":1}{"b":', 'not-json'],
    ['{"a":1}}', 'not-json'],
    ['[1,]', 'not-json'],
    ['it works', 'not-json'],
    ['', 'not-json'],
    ['<html>[', 'not-json'],
  ])('that is none is told apart: %.20s', (text, kind) => {
    expect(parsed(text)).toMatchObject({ kind })
  })
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
