import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  openingPlace,
  readWindowPlaces,
  saveWindowPlaces,
  type WindowPlace,
  withPlace,
} from '../../../../../src/main/desktop/window/window-state'

const screen = { display: '1', area: { x: 0, y: 0, width: 1920, height: 1040 } }
const right = { display: '2', area: { x: 1920, y: 0, width: 1280, height: 1000 } }
const onRight = { display: '2', x: 2000, y: 40, width: 1000, height: 700, maximised: false }
const onFirst = { display: '1', x: 10, y: 20, width: 1200, height: 800, maximised: true }

describe('where the window opens', () => {
  it('is centred by the system at first, and fits the screen', () => {
    expect(openingPlace([], [screen])).toEqual({ width: 1360, height: 860, maximised: false })
    const small = { ...screen, area: { ...screen.area, width: 1024, height: 700 } }
    expect(openingPlace([], [small])).toMatchObject({ width: 1024, height: 700 })
  })

  it('is where it was last, on either display', () => {
    const { display: _, ...there } = onRight
    expect(openingPlace([onRight, onFirst], [screen, right])).toEqual(there)
    expect(openingPlace([onFirst, onRight], [screen, right])).toMatchObject({ x: 10, y: 20, maximised: true })
  })

  it('is where it was on the display that is left, as it was there', () => {
    const { display: _, ...there } = onFirst
    expect(openingPlace([onRight, onFirst], [screen])).toEqual(there)
  })

  it('is never where a display is gone, whatever is there now', () => {
    const other = { display: '3', area: right.area }
    expect(openingPlace([onRight], [screen, other])).toEqual({ width: 1000, height: 700, maximised: false })
  })

  it.each([
    ['only an edge would show', { x: 1850, y: 40 }],
    ['its top is above the display', { x: 100, y: -400 }],
    ['its top is below the display', { x: 100, y: 1030 }],
  ])('is in the middle of its display when %s', (_why, at) => {
    const place = { ...onRight, display: '1', ...at }
    expect(openingPlace([place], [screen])).toMatchObject({ x: 460, y: 170, width: 1000, height: 700 })
  })

  it('shrinks to its display and never below its minimum', () => {
    const place = { ...onFirst, x: 0, y: 0, width: 4000, height: 100 }
    expect(openingPlace([place], [screen])).toMatchObject({ x: 0, y: 0, width: 1920, height: 600 })
  })
})

describe('what is remembered', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sessiondeck-places-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is one place for each display, the latest first, and not without end', async () => {
    let places: readonly WindowPlace[] = []
    for (let display = 0; display < 20; display++)
      places = withPlace(places, { ...onRight, display: `${display}` })
    places = withPlace(places, { ...onFirst, display: '18' })
    expect(places.map(({ display }) => display).slice(0, 3)).toEqual(['18', '19', '17'])
    expect(places).toHaveLength(12)
    await saveWindowPlaces(folder, places)
    expect(readWindowPlaces(folder)).toEqual(places)
  })

  it('is taken over from an earlier version, wherever it can be seen', () => {
    const { display: _, ...old } = onRight
    writeFileSync(path.join(folder, 'window-state.json'), JSON.stringify(old))
    const places = readWindowPlaces(folder)
    expect(openingPlace(places, [screen, right])).toEqual(old)
    expect(openingPlace(places, [screen])).toEqual({ width: 1000, height: 700, maximised: false })
    expect(withPlace(places, onFirst)).toEqual([onFirst])
  })
})
