import { act, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { RestartDialog } from '../../../../src/renderer/app/closing/RestartDialog'
import { setBatches } from '../../../../src/renderer/features/bulk/bulk'
import { setTerminals } from '../../../../src/renderer/features/terminal/terminals'
import { openDialog, useDialogs } from '../../../../src/renderer/stores/dialogs'
import type { Batch } from '../../../../src/shared/bulk'
import { ok } from '../../../../src/shared/result'
import type { Terminal } from '../../../../src/shared/terminal'
import { show, withAccounts } from '../../../harness/component'
import { FakeBridge } from '../../../harness/fake-bridge'

const batch: Batch = {
  id: 'b',
  kind: 'disconnect',
  label: 'Hub One',
  labelKind: 'name',
  reason: null,
  requestedAt: 1,
  state: 'paused',
  counts: { total: 2, planned: 1, sending: 0, done: 1, failed: 0, unknown: 0, unsent: 0 },
  remainingMs: null,
  disconnectAt: null,
}
const terminal = (id: string, kind: 'live' | 'idle'): Terminal => ({
  id,
  target: { kind: 'ssh', hostId: id },
  label: `web-${id}`,
  sessionKey: null,
  state: { kind },
})

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('update.install', () => ok(undefined))
  withAccounts([])
  setBatches([])
  setTerminals([])
  openDialog({ kind: 'restart' })
})

const installs = () => bridge.asked('update.install').length

it('asks nothing where nothing would end', async () => {
  setBatches([{ ...batch, state: 'done' }])
  setTerminals([terminal('1', 'idle')])
  show(<RestartDialog />)
  await vi.waitFor(() => expect(installs()).toBe(1))
  expect(useDialogs.getState().dialog).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('names what would end, and installs only when told to', async () => {
  setBatches([batch])
  setTerminals(['1', '2', '3', '4', '5', '6', '7'].map((id) => terminal(id, 'live')))
  const { user } = show(<RestartDialog />)
  const text = screen.getByRole('dialog').textContent
  expect(text).toContain('Paused: Hub One; The terminal web-1; ')
  expect(text).toContain('and 2 others')
  expect(installs()).toBe(0)
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })))
  await user.click(screen.getByRole('button', { name: 'Restart now' }))
  await vi.waitFor(() => expect(installs()).toBe(1))
})

it('leaves everything as it is when the person gives up', async () => {
  setTerminals([terminal('1', 'live')])
  const { user } = show(<RestartDialog />)
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await act(async () => {})
  expect(installs()).toBe(0)
  expect(useDialogs.getState().dialog).toBeNull()
})
