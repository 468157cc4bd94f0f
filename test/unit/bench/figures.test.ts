import { describe, expect, it } from 'vitest'
import { figureOf, tableOf } from '../../bench/figures'
import { quantile } from '../../bench/statistics'

describe('figures', () => {
  it('compares round by round, so that one slow moment does not decide', () => {
    const rounds = [
      { measured: 20, against: 10 },
      { measured: 300, against: 100 },
      { measured: 40, against: 10 },
    ]
    const figure = figureOf({ name: 'start', rounds, aim: 3, detail: '' })
    expect(figure).toMatchObject({ ratio: 3, lowest: 2, highest: 4 })
  })

  it('refuses to call nothing a figure', () => {
    expect(() => figureOf({ name: 'start', rounds: [], aim: 3, detail: '' })).toThrow('"start" gave no ratio')
  })

  it('says which aims are met', () => {
    const figure = (ratio: number, aim: number | null) => ({
      name: `m${ratio}`,
      ratio,
      lowest: ratio,
      highest: ratio,
      aim,
      detail: '',
    })
    const lines = tableOf([figure(1.5, 1.5), figure(1.6, 1.5), figure(9, null)]).split('\n')
    expect(lines.slice(2).map((line) => line.split('|').at(-1)?.trim())).toEqual(['yes', 'no', '—'])
  })

  it('wants speeds not to be below their aim', () => {
    const speed = (ratio: number) => ({
      name: 'speed',
      ratio,
      lowest: ratio,
      highest: ratio,
      aim: 0.9,
      isSpeed: true,
      detail: '',
    })
    const lines = tableOf([speed(0.9), speed(0.8)])
      .split('\n')
      .slice(2)
    expect(
      lines.map((line) =>
        line
          .split('|')
          .slice(-2)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['≥ 0.9×', 'yes'],
      ['≥ 0.9×', 'no'],
    ])
  })
})

describe('quantile', () => {
  it('finds the value below which a share lies, whatever the order', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 51, 96, 100])
  })
})
