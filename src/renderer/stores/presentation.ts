import { create } from 'zustand'
import { request } from '../bridge'
import { type Presenter, plainPresenter } from '../components/window-context'
import { Aliases, type AliasKind, masked } from '../lib/aliases'
import { clearToasts, showToast } from './toasts'
import { useWorkspaceStore } from './workspace'

const aliases = new Aliases()
const aliasOf = (kind: AliasKind, name: string | null) => (name === null ? null : aliases.of(kind, name))

/** Hidden here, and from now on in texts that hold it. */
const coverOf = (secret: string | null) => {
  aliases.cover(secret)
  return secret === null ? null : masked
}

const createPresenting = (): Presenter => ({
  on: true,
  name: (kind, name) => aliases.of(kind, name),
  row: (row) => ({
    ...row,
    userName: aliasOf('User', row.userName),
    robloxId: aliasOf('User', row.robloxId),
    userId: aliasOf('User', row.userId),
    machineName: aliasOf('Machine', row.machineName),
    machineId: aliasOf('Machine', row.machineId),
    jobId: aliasOf('Job', row.jobId),
    userKey: coverOf(row.userKey),
    hwid: coverOf(row.hwid),
    ipAddress: coverOf(row.ipAddress),
  }),
  text: (text) => aliases.hideIn(text),
  id: (id) => aliases.standIn(id),
  secret: () => masked,
})

/** On until the shell has said that it is off: a name must not flash at the start of a stream. */
const isOn = () => useWorkspaceStore.getState().workspace?.settings.presentation ?? true

/** A new presenter each time that the mode begins: what was revealed through an earlier one is hidden again. */
const usePresentation = create<{ presenter: Presenter }>(() => ({
  presenter: isOn() ? createPresenting() : plainPresenter,
}))

/** Follows the person's choice; returns how to stop. */
export const connectPresentation = (): (() => void) =>
  useWorkspaceStore.subscribe(() => {
    const on = isOn()
    if (on === usePresentation.getState().presenter.on) return
    // Toasts of before name people.
    if (on) clearToasts()
    usePresentation.setState({ presenter: on ? createPresenting() : plainPresenter })
  })

/** How personal text is shown now; the view is drawn again when that changes. */
export const usePresenter = (): Presenter => usePresentation((state) => state.presenter)

/** How personal text is shown now, outside React. */
export const getPresenter = (): Presenter => usePresentation.getState().presenter

/** Switches presentation mode; a toast says so where that could not be saved. */
export async function togglePresentation(): Promise<void> {
  const result = await request('settings.save', { presentation: !isOn() })
  if (!result.ok) showToast({ id: 'presentation', role: 'alert', text: result.error.message, action: null })
}
