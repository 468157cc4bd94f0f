import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '../../harness/component'

/** The components as they are before anything was loaded late. */
async function fresh() {
  vi.resetModules()
  const { latePopups } = await import('../../../src/renderer/components/late-popups')
  const { ContextMenu, Menu, MenuItem } = await import('../../../src/renderer/components/Menu')
  const { Popover } = await import('../../../src/renderer/components/Popover')
  return { latePopups, ContextMenu, Menu, MenuItem, Popover }
}

type Parts = Awaited<ReturnType<typeof fresh>>

const copied = vi.fn()

const menu = ({ Menu, MenuItem }: Parts) => (
  <Menu trigger={<button type="button">More</button>}>
    <MenuItem onSelect={copied}>Copy</MenuItem>
    <MenuItem onSelect={() => undefined}>Export</MenuItem>
  </Menu>
)

const button = () => screen.getByRole('button', { name: 'More' })

// Read once, however busy the machine is: the tests load it anew.
beforeAll(() => fresh().then(({ latePopups }) => latePopups.load()), 60_000)

beforeEach(() => void copied.mockClear())

describe('a popup that is loaded late', () => {
  it('says before that there will be a menu', async () => {
    show(menu(await fresh()))
    expect(button().getAttribute('aria-haspopup')).toBe('menu')
    expect(button().getAttribute('aria-expanded')).toBe('false')
  })

  it('opens at the press that came before it was there', async () => {
    const parts = await fresh()
    const { user } = show(menu(parts))
    const before = button()
    expect(parts.latePopups.loaded).toBeNull()
    await user.click(before)
    await parts.latePopups.load()
    await user.click(await screen.findByRole('menuitem', { name: 'Copy' }))
    expect(copied).toHaveBeenCalledOnce()
  })

  it('takes over the button where it stands, with its focus', async () => {
    const parts = await fresh()
    const { user } = show(menu(parts))
    const before = button()
    before.focus()
    await parts.latePopups.load()
    await waitFor(() => expect(before.id).not.toBe(''))
    expect(document.activeElement).toBe(before)
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'))
    expect(before.getAttribute('aria-expanded')).toBe('true')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(before))
    expect(before.getAttribute('aria-expanded')).toBe('false')
  })

  it('keeps what the button does by itself', async () => {
    const { latePopups, Popover } = await fresh()
    const pressed = vi.fn()
    const element = vi.fn()
    const { user } = show(
      <Popover
        title="Columns"
        trigger={
          <button type="button" ref={element} onClick={pressed}>
            More
          </button>
        }
      >
        <p>All of them</p>
      </Popover>,
    )
    await user.click(button())
    await latePopups.load()
    expect(await screen.findByRole('dialog', { name: 'Columns' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    pressed.mockClear()
    await user.click(button())
    expect(latePopups.loaded).not.toBeNull()
    expect(pressed).toHaveBeenCalledOnce()
    expect(element.mock.calls).toEqual([[button()]])
  })

  it('opens a menu at the pointer, from the first press on', async () => {
    const { latePopups, ContextMenu, MenuItem } = await fresh()
    show(
      <ContextMenu label="Session" items={<MenuItem onSelect={copied}>Copy</MenuItem>}>
        <div>Ann</div>
      </ContextMenu>,
    )
    // `false`: nobody else answers it.
    expect(fireEvent.contextMenu(screen.getByText('Ann'), { clientX: 12, clientY: 8 })).toBe(false)
    await latePopups.load()
    expect(await screen.findByRole('menu', { name: 'Session' })).toBeTruthy()
  })
})
