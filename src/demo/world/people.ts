import type { Prng } from './prng'

/** Somebody who uses a script. A person keeps key, hwid and ids from visit to visit. */
export interface Person {
  /** What the service shows; null for somebody whose name it does not know. */
  readonly handle: string | null
  readonly robloxId: number
  readonly discordId: string
  readonly licenceKey: string
  readonly hwid: string
  readonly firstSeenMs: number
}

/** Where a population gets its people. */
export interface People {
  /** A new person, or with a handle the person who has it (made up if nobody does). */
  invent(handle?: string): Person
}

const FIRST =
  'wompus grimble frob snorkle quibble zorp mossy blip noodle pixel turbo fizz waffle gizmo bramble dusk kelp mango orbit plum rusty sprocket tofu umbra velvet widget yonder zigzag bongo crumpet'.split(
    ' ',
  )
const LAST =
  'dompus nook fang badger otter comet pickle sprite wisp bucket goblin lantern marble nimbus puddle quokka raptor socket tundra vortex yeti biscuit cactus dingo ember falcon gecko hamster'.split(
    ' ',
  )

/** Handles that break careless windows: markup, direction overrides, emoji, no name at all, and one that never ends. */
const AWKWARD: ReadonlyMap<number, string | null> = new Map([
  [2, '<b>wobble_mc_bold</b>'],
  [4, null],
  [6, '🦑_squidlet_🎉'],
  [7, 'nimbus_\u202Eesrever\u202C_عالم'],
  [8, `the_${'very_'.repeat(30)}long_noodle`],
])

/** An endless supply of players with invented handles, each used once. */
export class Players implements People {
  readonly #prng: Prng
  readonly #bornMs: number
  readonly #byHandle = new Map<string, Person>()
  #count = 0

  /** `bornMs`: first sightings lie in the 90 days before it (epoch milliseconds). */
  constructor(prng: Prng, bornMs: number) {
    this.#prng = prng
    this.#bornMs = bornMs
  }

  invent(handle?: string): Person {
    if (handle !== undefined) return this.#byHandle.get(handle) ?? this.#create(handle)
    const awkward = AWKWARD.get(this.#count++)
    return this.#create(awkward === undefined ? this.#freshHandle() : awkward)
  }

  #freshHandle(): string {
    const first = this.#prng.pick(FIRST)
    const last = this.#prng.pick(LAST)
    const styles = [
      `${first}_${last}`,
      `${first}${capital(last)}`,
      `xX${first}Xx`,
      `${capital(first)}${last}`,
    ]
    let handle = this.#prng.pick(styles)
    while (this.#byHandle.has(handle)) handle += String(this.#prng.int(0, 99))
    return handle
  }

  #create(handle: string | null): Person {
    const person: Person = {
      handle,
      robloxId: this.#prng.int(100_000_000, 10_900_000_000),
      discordId: this.#prng.digits(18),
      licenceKey: this.#prng.hex(24),
      hwid: this.#prng.digits(27),
      firstSeenMs: this.#bornMs - this.#prng.int(1, 90) * 86_400_000,
    }
    if (handle !== null) this.#byHandle.set(handle, person)
    return person
  }
}

/** A small staff: the same few people open one terminal after another. */
export class Staff implements People {
  readonly #members: Person[]
  readonly #players: Players
  readonly #prng: Prng

  constructor(prng: Prng, bornMs: number, size: number) {
    this.#prng = prng
    this.#players = new Players(prng, bornMs)
    this.#members = Array.from({ length: size }, () => this.#players.invent())
  }

  invent(handle?: string): Person {
    return handle === undefined ? this.#prng.pick(this.#members) : this.#players.invent(handle)
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
