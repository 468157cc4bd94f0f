import { expect, it } from 'vitest'
import { createAcknowledgements } from '../../../../../../src/renderer/features/terminal/view/acknowledgements'

const kilobytes = (count: number) => count * 1024

function setUp(frames: number) {
  const told: number[] = []
  const acknowledgements = createAcknowledgements((bytes) => told.push(bytes))
  for (let frame = 0; frame < frames; frame += 1) acknowledgements.received()
  return { told, acknowledgements }
}

it('tells at once what is done when nothing waits', () => {
  const { told, acknowledgements } = setUp(1)
  acknowledgements.parsed(1)
  acknowledgements.received()
  acknowledgements.parsed(2)
  expect(told).toEqual([1, 2])
})

it('tells the rest with the last frame', () => {
  const { told, acknowledgements } = setUp(3)
  for (let frame = 0; frame < 3; frame += 1) acknowledgements.parsed(10)
  expect(told).toEqual([30])
})

it('does not keep the sender waiting while there is always more', () => {
  const { told, acknowledgements } = setUp(100)
  for (let frame = 0; frame < 8; frame += 1) acknowledgements.parsed(kilobytes(100))
  expect(told).toEqual([kilobytes(300), kilobytes(300)])
})
