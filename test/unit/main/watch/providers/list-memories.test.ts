import { describe, expect, it } from 'vitest'
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
})
