import { expect, it } from 'vitest'
import { utf16Text } from '../../../../src/main/terminal/read-file'

it('reads a text of Windows from UTF-16 in both orders, and from nothing else', () => {
  const bytes = Buffer.from('\ufeffHost größe 🥊', 'utf16le')
  expect(utf16Text(bytes)).toBe('Host größe 🥊')
  expect(utf16Text(Buffer.from(bytes).swap16())).toBe('Host größe 🥊')
  expect(utf16Text(Buffer.from('\ufeffHost größe'))).toBeNull()
  expect(utf16Text(Buffer.alloc(0))).toBeNull()
})
