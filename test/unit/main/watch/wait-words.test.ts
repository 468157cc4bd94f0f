import { expect, it } from 'vitest'
import { inWords } from '../../../../src/main/watch/wait-words'

it('tells a wait in seconds, a long one in minutes', () => {
  expect([900, 119_000, 119_001, 3_600_000].map(inWords)).toEqual(['1 s', '119 s', '2 min', '60 min'])
})
