import { describe, expect, it } from 'vitest'
import { type BodyRoom, IncomingBody } from '../../../../../src/main/watch/providers/body-room'
import { ListMemories } from '../../../../../src/main/watch/providers/list-memories'
import { ListMemory } from '../../../../../src/main/watch/providers/list-memory'
import { fields, ownId } from '../../../../../src/main/watch/providers/readers'

const create = () =>
  new ListMemory(
    (answer) => fields(answer).rows,
    (item) => ownId(fields(item).id),
  )
const body = (characters: number) => Buffer.from(JSON.stringify({ rows: [{ id: 'x'.repeat(characters) }] }))

describe('memories of several lists', () => {
  it('are the same by the same name', () => {
    const memories = new ListMemories<string>()
    const one = memories.of('one', create)
    expect(memories.of('two', create)).not.toBe(one)
    expect(memories.of('one', create)).toBe(one)
  })

  it('forget the list that was used longest ago where there are too many', () => {
    const memories = new ListMemories<string>({ lists: 2, bytes: 1_000 })
    const one = memories.of('one', create)
    const two = memories.of('two', create)
    memories.of('one', create)
    memories.of('three', create)
    expect(memories.of('one', create)).toBe(one)
    expect(memories.of('two', create)).not.toBe(two)
  })

  it('forget the list that was used longest ago where their answers are too large together', () => {
    const memories = new ListMemories<string>({ lists: 9, bytes: 1_000 })
    const [one, two, three] = ['one', 'two', 'three'].map((name) => {
      const memory = memories.of(name, create)
      memory.decode(body(400))
      return memory
    })
    expect(memories.of('three', create)).toBe(three)
    expect(memories.of('two', create)).toBe(two)
    expect(memories.of('one', create)).not.toBe(one)
  })

  it('count the room that they keep for the next answer', () => {
    const memories = new ListMemories<string>({ lists: 9, bytes: 1_000 })
    const inRoom = (memory: ListMemory<string>, characters: number) => {
      const answer = body(characters)
      const incoming = new IncomingBody(memory.room, answer.length)
      incoming.add(answer)
      memory.decode(incoming.whole())
    }
    const withRoom = (room: BodyRoom) =>
      new ListMemory(
        (answer) => fields(answer).rows,
        (item) => ownId(fields(item).id),
        room,
      )
    const one = memories.of('one', withRoom)
    inRoom(one, 200)
    const two = memories.of('two', withRoom)
    inRoom(two, 400)
    expect(memories.of('one', withRoom)).toBe(one)
    // The room of the answer before stays, beside both.
    inRoom(two, 401)
    memories.of('two', withRoom)
    expect(memories.of('one', withRoom)).not.toBe(one)
  })
})
