import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useWindowKeys } from '../../../src/renderer/app/use-window-keys'
import { closeDialog, useDialogs } from '../../../src/renderer/stores/dialogs'
import { show } from '../../harness/component'

function Fields() {
  useWindowKeys()
  return (
    <>
      <button type="button">Row</button>
      <input aria-label="Search" />
      <div className="xterm">
        <textarea aria-label="Terminal" />
      </div>
    </>
  )
}

const opened = () => useDialogs.getState().dialog?.kind ?? null

beforeEach(() => closeDialog())

it.each([
  ['F1', 'button', 'shortcuts'],
  ['F1', 'input', 'shortcuts'],
  // A terminal that a screen reader reads lets the key pass after it has sent it.
  ['F1', 'textarea', null],
  ['?', 'button', 'shortcuts'],
  ['?', 'input', null],
  ['?', 'textarea', null],
])('%s in a %s opens %s', async (key, place, dialog) => {
  show(<Fields />)
  document.querySelector<HTMLElement>(place)?.focus()
  await userEvent.keyboard(`{${key}}`)
  expect(opened()).toBe(dialog)
})
