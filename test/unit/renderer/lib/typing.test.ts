import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Typing } from '../../../../src/renderer/lib/typing'

/** An element that is, or lies in, what one of these selectors means. */
class FakeElement {
  readonly #is: readonly string[]
  constructor(...is: string[]) {
    this.#is = is
  }
  closest(selector: string): this | null {
    return selector.split(', ').some((each) => this.#is.includes(each)) ? this : null
  }
}

const input = new FakeElement('input')
const textarea = new FakeElement('textarea')
const row = new FakeElement('tr')

let now: number
let typing: Typing
const press = (key: string, target: FakeElement, held: { ctrlKey?: boolean; metaKey?: boolean } = {}) =>
  typing.pressed({
    key,
    ctrlKey: false,
    metaKey: false,
    ...held,
    target: target as unknown as EventTarget,
  })

beforeEach(() => {
  vi.stubGlobal('Element', FakeElement)
  now = 10_000
  typing = new Typing(() => now)
})

describe('typing', () => {
  it('lasts a second after each letter in a field', () => {
    expect(typing.leftMs).toBe(0)
    press('a', input)
    expect(typing.leftMs).toBe(1_000)
    now += 600
    press('b', input)
    now += 600
    expect(typing.leftMs).toBe(400)
    now += 400
    expect(typing.leftMs).toBe(0)
  })

  it.each([
    ['a letter taken back', 'Backspace', input],
    ['an input method', 'Process', input],
    ['a new line of a message or a command', 'Enter', textarea],
  ])('is %s too', (_, key, target) => {
    press(key, target)
    expect(typing.leftMs).toBeGreaterThan(0)
  })

  it('is not a key of the list, nor a modifier alone', () => {
    press('m', row)
    press('Shift', input)
    expect(typing.leftMs).toBe(0)
  })

  it.each([
    ['a shortcut', () => press('k', input, { ctrlKey: true })],
    ['what sends a field', () => press('Enter', input)],
    ['what leaves it', () => press('Tab', input)],
    ['a click', () => typing.acted()],
  ])('ends with %s: what opens then was asked for', (_, act) => {
    press('a', input)
    press('Shift', input)
    expect(typing.leftMs).toBeGreaterThan(0)
    act()
    expect(typing.leftMs).toBe(0)
  })
})
