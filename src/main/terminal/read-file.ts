import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Limit for a disk to answer, such as a network disk, ms. */
const answersWithinMs = 10_000

/**
 * Answers of a disk that may never come. Each that is waited for holds one of the few threads that the process has for
 * files and names, so the same one is never asked twice at once.
 */
export class DiskAnswers<T> {
  readonly #underWay = new Map<string, Promise<T>>()

  /** @throws what `ask` throws; `ETIMEDOUT` where it takes too long */
  async wait(place: string, ask: () => Promise<T>): Promise<T> {
    const answer = this.#underWay.get(place) ?? this.#begin(place, ask)
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(trouble('ETIMEDOUT')), answersWithinMs)
    })
    try {
      return await Promise.race([answer, silence])
    } finally {
      clearTimeout(timer)
    }
  }

  #begin(place: string, ask: () => Promise<T>): Promise<T> {
    const answer = ask()
    this.#underWay.set(place, answer)
    const forget = () => this.#underWay.delete(place)
    answer.then(forget, forget)
    return answer
  }
}

const files = new DiskAnswers<Buffer>()

/**
 * Reads a person's file, whose name may lead anywhere: to a pipe that nobody writes to, or to a disk that is gone.
 *
 * @throws the file system's error; `ENOTFILE` for what is no file, `EFBIG` above `maxBytes`, `ETIMEDOUT`
 */
export const readPlainFile = (file: string, maxBytes: number): Promise<Buffer> =>
  files.wait(file, async () => {
    // Opening a pipe blocks until somebody writes to it, unless told not to.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await contentOf(handle, maxBytes)
    } finally {
      await handle.close()
    }
  })

async function contentOf(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const about = await handle.stat()
  // `/dev/null`, to which people link what they want to be empty.
  if (about.isCharacterDevice()) return Buffer.alloc(0)
  if (about.isDirectory()) throw trouble('EISDIR')
  if (!about.isFile()) throw trouble('ENOTFILE')
  if (about.size > maxBytes) throw trouble('EFBIG')
  return handle.readFile()
}

const trouble = (code: string) => Object.assign(new Error(code), { code })

/**
 * The text of a file that begins with UTF-16's mark, as some of Windows' editors and shells write it.
 *
 * @returns null for every other file
 */
export function utf16Text(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return null
  return Buffer.from(bytes.subarray(2, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
}
