import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { HostDialog } from '../../../../../src/renderer/features/terminal/hosts/HostDialog'
import {
  openTerminalDialog,
  useTerminalDialog,
} from '../../../../../src/renderer/features/terminal/terminal-dialogs'
import { err, ok } from '../../../../../src/shared/result'
import { show } from '../../../../harness/component'
import { FakeBridge } from '../../../../harness/fake-bridge'

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  openTerminalDialog({ kind: 'host', hostId: null })
})

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const save = () => screen.getByRole('button', { name: 'Save' })

it('says at its field what is wrong, and nothing more once it is changed', async () => {
  const { user } = show(<HostDialog host={null} />)
  await user.type(field('Host'), 'web 1')
  await user.clear(field('Port'))
  await user.type(field('Port'), '99999')
  await user.click(save())
  expect(bridge.asked('host.save')).toEqual([])
  expect(screen.getByText('A number from 1 to 65535.')).toBeTruthy()
  expect(field('User').getAttribute('aria-invalid')).toBe('true')
  await user.type(field('User'), 'root')
  expect(screen.queryByText('A number from 1 to 65535.')).toBeNull()
})

it('takes an address apart as it was pasted, and closes once it is kept', async () => {
  bridge.answer('host.save', () => err({ kind: 'internal', message: 'The disk is full.' }))
  const { user } = show(<HostDialog host={null} />)
  await user.type(field('Host'), 'ssh ops@web-1.example.com:2222')
  await user.click(save())
  expect(await screen.findByText('The disk is full.')).toBeTruthy()
  bridge.answer('host.save', () => ok(undefined))
  await user.click(save())
  await waitFor(() => expect(useTerminalDialog.getState().dialog).toBeNull())
  expect(bridge.asked('host.save').at(-1)).toMatchObject({
    host: 'web-1.example.com',
    port: 2222,
    user: 'ops',
  })
})
