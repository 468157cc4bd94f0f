import { expect, it } from 'vitest'
import { isLoopback } from '../../../src/shared/loopback'

it('knows this machine by its names only', () => {
  for (const url of ['http://localhost:1', 'http://127.0.0.1', 'ws://[::1]:8080'])
    expect(isLoopback(new URL(url).hostname)).toBe(true)
  for (const name of ['::1', 'localhost']) expect(isLoopback(name)).toBe(true)
  for (const name of ['', 'localhost.example', '127.0.0.1.example', '0.0.0.0'])
    expect(isLoopback(name)).toBe(false)
})
