import { screen, waitFor } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Button } from '../../../src/renderer/components/Button'
import { ConfirmDialog } from '../../../src/renderer/components/ConfirmDialog'
import { Dialog } from '../../../src/renderer/components/Dialog'
import { TextField } from '../../../src/renderer/components/TextField'
import { show } from '../../harness/component'

/** A button that opens a dialog with two fields, over which another dialog may lie. */
function Form({ onSubmit }: { onSubmit?(): void }) {
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const second = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Write</Button>
      {isOpen ? (
        <Dialog
          title="Send message"
          initialFocus={second}
          onClose={() => setOpen(false)}
          onSubmit={onSubmit}
          over={
            isAsking ? (
              <ConfirmDialog
                title="Remove draft"
                confirm="Remove"
                onClose={() => setAsking(false)}
                onConfirm={() => undefined}
              >
                It is gone then.
              </ConfirmDialog>
            ) : undefined
          }
        >
          <Button onClick={() => setAsking(true)}>Remove…</Button>
          <TextField label="Reason" value="" onChange={() => undefined} />
          <TextField
            ref={second}
            label="Message"
            value={text}
            error={text === '' ? null : 'Too long'}
            onChange={setText}
          />
        </Dialog>
      ) : null}
    </>
  )
}

const openForm = async (props: Parameters<typeof Form>[0] = {}) => {
  const { user } = show(<Form {...props} />)
  await user.click(screen.getByRole('button', { name: 'Write' }))
  await screen.findByRole('dialog', { name: 'Send message' })
  return user
}

it('gives the focus to the field that it begins with, and back to what opened it', async () => {
  const user = await openForm()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Message')))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Write' })))
})

it('keeps the focus inside while Tab is pressed', async () => {
  const user = await openForm()
  const dialog = screen.getByRole('dialog')
  for (let press = 0; press < 5; press += 1) {
    await user.tab()
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  }
})

it('submits by Enter in a field and by Ctrl+Enter, and looks at what was refused', async () => {
  const onSubmit = vi.fn()
  const user = await openForm({ onSubmit })
  await user.type(screen.getByLabelText('Message'), 'x')
  screen.getByLabelText('Reason').focus()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(onSubmit).toHaveBeenCalledOnce()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Message')))
})

it('loses only the dialog on top by Esc', async () => {
  const user = await openForm()
  await user.click(screen.getByRole('button', { name: 'Remove…' }))
  await screen.findByRole('dialog', { name: 'Remove draft' })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog', { name: 'Remove draft' })).toBeNull()
  expect(screen.getByRole('dialog', { name: 'Send message' })).toBeTruthy()
})

it('asks with the focus on Cancel, and does nothing by a second Enter', async () => {
  const onConfirm = vi.fn()
  const onClose = vi.fn()
  const { user } = show(
    <ConfirmDialog title="Disable" confirm="Disable Autofarm" onClose={onClose} onConfirm={onConfirm}>
      Nobody can run it.
    </ConfirmDialog>,
  )
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })))
  await user.keyboard('{Enter}')
  expect(onClose).toHaveBeenCalledOnce()
  expect(onConfirm).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Disable Autofarm' }))
  expect(onConfirm).toHaveBeenCalledOnce()
})
