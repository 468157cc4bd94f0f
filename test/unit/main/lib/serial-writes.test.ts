import { expect, it } from 'vitest'
import { SerialWrites } from '../../../../src/main/lib/serial-writes'

it('runs writes one at a time in their order, also after one that failed', async () => {
  const writes = new SerialWrites()
  const done: string[] = []
  let finishFirst = () => {}
  const first = writes.run(async () => {
    await new Promise<void>((resolve) => {
      finishFirst = resolve
    })
    done.push('first')
  })
  const second = writes.run(async () => {
    done.push('second')
    throw new Error('disk full')
  })
  const third = writes.run(async () => done.push('third'))
  await Promise.resolve()
  expect(done).toEqual([])
  finishFirst()
  await first
  await expect(second).rejects.toThrow('disk full')
  expect(await third).toBe(3)
  expect(done).toEqual(['first', 'second', 'third'])
})

it('has settled when the last one ended, however it did', async () => {
  const writes = new SerialWrites()
  let failed = false
  const write = writes.run(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    failed = true
    throw new Error('disk full')
  })
  await writes.settled()
  expect(failed).toBe(true)
  await expect(write).rejects.toThrow('disk full')
})
