/** Whatever can be cloned, as bytes and back. */
export interface Codec {
  /** @throws what `structuredClone` would throw for a function or a symbol */
  encode(value: unknown): Uint8Array<ArrayBuffer>
  decode(bytes: Uint8Array<ArrayBuffer>): unknown
}

/**
 * Carries structured clones over a socket: each value has a number in a table, so what is shared stays shared and a circle
 * stays one. Bytes follow the table as they are. The function's own text runs in the page too, so it uses nothing around it.
 */
export function createCodec(): Codec {
  type Entry = [kind: string, ...parts: unknown[]]

  function encode(value: unknown): Uint8Array<ArrayBuffer> {
    const table: Entry[] = []
    const numbers = new Map<unknown, number>()
    const blobs: Uint8Array[] = []

    const numberOf = (part: unknown): number => {
      // A Map takes -0 for 0.
      const known = Object.is(part, -0) ? undefined : numbers.get(part)
      if (known !== undefined) return known
      const number = table.length
      if (!Object.is(part, -0)) numbers.set(part, number)
      table.push(['undefined'])
      table[number] = entryOf(part)
      return number
    }
    const blobOf = (bytes: Uint8Array): number => blobs.push(bytes) - 1
    const entriesOf = (part: object): unknown[] =>
      Object.entries(part).map(([name, item]) => [name, numberOf(item)])

    const entryOf = (part: unknown): Entry => {
      if (part === undefined) return ['undefined']
      if (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0)))
        return ['number', Object.is(part, -0) ? '-0' : String(part)]
      if (typeof part === 'bigint') return ['bigint', String(part)]
      if (typeof part === 'function' || typeof part === 'symbol')
        throw new DOMException(`${String(part)} could not be cloned.`, 'DataCloneError')
      if (typeof part !== 'object' || part === null) return ['plain', part]
      if (Array.isArray(part)) return ['array', part.map(numberOf)]
      if (part instanceof Date) return ['date', part.getTime()]
      if (part instanceof Map) return ['map', [...part].map(([key, item]) => [numberOf(key), numberOf(item)])]
      if (part instanceof Set) return ['set', [...part].map(numberOf)]
      if (part instanceof Error) return ['error', part.name, part.message, part.stack]
      if (part instanceof ArrayBuffer) return ['buffer', blobOf(new Uint8Array(part))]
      if (ArrayBuffer.isView(part)) {
        const { buffer, byteOffset, byteLength } = part
        const name = Object.prototype.toString.call(part).slice('[object '.length, -1)
        return ['view', name, blobOf(new Uint8Array(buffer, byteOffset, byteLength))]
      }
      return ['object', entriesOf(part)]
    }

    numberOf(value)
    const head = new TextEncoder().encode(JSON.stringify([table, blobs.map((blob) => blob.byteLength)]))
    const size = blobs.reduce((sum, blob) => sum + blob.byteLength, 4 + head.byteLength)
    const bytes = new Uint8Array(size)
    new DataView(bytes.buffer).setUint32(0, head.byteLength)
    bytes.set(head, 4)
    let at = 4 + head.byteLength
    for (const blob of blobs) {
      bytes.set(blob, at)
      at += blob.byteLength
    }
    return bytes
  }

  function decode(bytes: Uint8Array<ArrayBuffer>): unknown {
    const headSize = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
    const head = new TextDecoder().decode(bytes.subarray(4, 4 + headSize))
    const [table, sizes] = JSON.parse(head) as [Entry[], number[]]
    let at = 4 + headSize
    const blobs = sizes.map((size) => {
      at += size
      return bytes.slice(at - size, at).buffer
    })
    const made = new Map<number, unknown>()

    const partAt = (number: number): unknown => {
      if (made.has(number)) return made.get(number)
      const [kind, first, second, third] = table[number] ?? ['undefined']
      const keep = <T>(value: T): T => {
        made.set(number, value)
        return value
      }
      if (kind === 'number') return Number(first)
      if (kind === 'bigint') return BigInt(String(first))
      if (kind === 'plain') return first
      if (kind === 'date') return keep(new Date(first as number))
      if (kind === 'buffer') return keep(blobs[first as number])
      if (kind === 'view') {
        const View = Reflect.get(globalThis, String(first)) as new (buffer?: ArrayBuffer) => object
        return keep(new View(blobs[second as number]))
      }
      if (kind === 'error') {
        const error = keep(new Error(String(second)))
        return Object.assign(error, { name: first, stack: third })
      }
      if (kind === 'array') {
        const items = keep<unknown[]>([])
        for (const item of first as number[]) items.push(partAt(item))
        return items
      }
      if (kind === 'set') {
        const items = keep(new Set())
        for (const item of first as number[]) items.add(partAt(item))
        return items
      }
      if (kind === 'map') {
        const items = keep(new Map())
        for (const [key, item] of first as [number, number][]) items.set(partAt(key), partAt(item))
        return items
      }
      if (kind === 'object') {
        const object = keep<Record<string, unknown>>({})
        for (const [name, item] of first as [string, number][]) {
          // An own `__proto__` stays one.
          const value = partAt(item)
          Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true })
        }
        return object
      }
      return undefined
    }
    return partAt(0)
  }

  return { encode, decode }
}
