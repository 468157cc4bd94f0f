import { BodyRoom } from './body-room'
import type { ListMemory } from './list-memory'

/** Bounds of one account's memories together. */
type Bounds = {
  /** Lists, pages among them. */
  lists: number
  /** Bytes of the answers that are remembered, and of the room for the next one: as many as one answer may have. */
  bytes: number
}

const usualBounds: Bounds = { lists: 2_000, bytes: 64 * 1024 * 1024 }

/** The memories of several lists, by a name each. Those that were used longest ago are forgotten first. */
export class ListMemories<T> {
  readonly #bounds: Bounds
  readonly #room = new BodyRoom()
  readonly #byName = new Map<string, ListMemory<T>>()

  constructor(bounds = usualBounds) {
    this.#bounds = bounds
  }

  /** The memory of that name, which `create` makes where there is none, of the `room` that all share. */
  of(name: string, create: (room: BodyRoom) => ListMemory<T>): ListMemory<T> {
    const memory = this.#byName.get(name) ?? create(this.#room)
    this.#byName.delete(name)
    this.#makeRoomFor(memory)
    this.#byName.set(name, memory)
    return memory
  }

  #makeRoomFor(memory: ListMemory<T>): void {
    let bytes = this.#room.bytes + memory.bytes
    for (const other of this.#byName.values()) bytes += other.bytes
    for (const [name, oldest] of this.#byName) {
      if (this.#byName.size < this.#bounds.lists && bytes <= this.#bounds.bytes) break
      this.#byName.delete(name)
      bytes -= oldest.bytes
    }
  }
}
