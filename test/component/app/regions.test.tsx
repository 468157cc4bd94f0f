import { beforeEach, expect, it, vi } from 'vitest'
import { Regions, regionMark } from '../../../src/renderer/app/regions'
import { useSection } from '../../../src/renderer/stores/section'
import { show } from '../../harness/component'

const id = (name: string) => document.getElementById(name)
const focused = () => document.activeElement?.id

beforeEach(() => {
  useSection.setState({ awaitsFocus: null })
  // The simulated document lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
})

function showRegions() {
  show(
    <>
      <nav {...regionMark('navigation')}>
        <button type="button" id="first">
          First
        </button>
        <button type="button" id="second">
          Second
        </button>
      </nav>
      <div {...regionMark('main')}>
        <button type="button" id="row">
          Row
        </button>
      </div>
      <div {...regionMark('terminals')}>
        <button type="button" id="tab">
          Tab
        </button>
      </div>
      <aside {...regionMark('details')}>
        <button type="button" id="message">
          Message
        </button>
      </aside>
    </>,
  )
  return new Regions()
}

it('goes round: navigation, main, details, terminals', () => {
  const regions = showRegions()
  regions.move(1)
  expect(focused()).toBe('first')
  regions.move(1)
  // The section knows itself where somebody begins in it.
  expect(useSection.getState().awaitsFocus).toBe('entered')
  id('row')?.focus()
  regions.move(1)
  expect(focused()).toBe('message')
  regions.move(1)
  expect(focused()).toBe('tab')
  regions.move(1)
  expect(focused()).toBe('first')
})

it('goes the other way, and back to where one was', () => {
  const regions = showRegions()
  id('second')?.focus()
  regions.move(-1)
  expect(focused()).toBe('tab')
  regions.move(1)
  expect(focused()).toBe('second')
})

it('goes nowhere behind terminals over the whole window', () => {
  const regions = showRegions()
  document.documentElement.dataset.terminalsExtent = 'window'
  id('tab')?.focus()
  regions.move(1)
  expect(focused()).toBe('tab')
  delete document.documentElement.dataset.terminalsExtent
})
