import { create } from 'zustand'
import type { Session } from '../../shared/session'
import { request } from '../bridge'
import { Aliases, type AliasKind, masked } from '../lib/aliases'
import { clearToasts, showToast } from './toasts'
import { useWorkspaceStore } from './workspace'

/**
 * The one way of personal text to the screen: every name, key, hwid, address or id of a person that a view, a dialog, a
 * toast or a title shows goes through the presenter. What is searched, filtered, sent or opened is the true value.
 */
export type Presenter = {
  /** Presentation mode is on. */
  readonly on: boolean
  /** A name of a person, a machine or a host: "User 3F" while presenting. */
  name(kind: AliasKind, name: string): string
  /** A row to show or to export: its names, personal fields and job replaced while presenting. Never look anything up by it. */
  row<R extends Session>(row: R): R
  /** A text from elsewhere (an error, an outcome, a remote title): what is known as personal in it is replaced. */
  text(text: string): string
  /** An id from a service: that of a person, a machine or a job has a stand-in, others are nobody's. */
  id(id: string): string
  /** A key, hwid, address or anything else whose instances need not be told apart: dots while presenting. */
  secret(value: string): string
}

const same = (text: string) => text

const plain: Presenter = {
  on: false,
  name: (_, name) => name,
  row: (row) => row,
  text: same,
  id: same,
  secret: same,
}

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

/** What the mode cannot or does not mask, for where it is switched on. */
export const presentationLimits =
  'Not masked: what a terminal prints, messages you write, account and script names, places.'

/** On until the shell has said that it is off: a name must not flash at the start of a stream. */
const isOn = () => useWorkspaceStore.getState().workspace?.settings.presentation ?? true

/** A new presenter each time that the mode begins: what was revealed through an earlier one is hidden again. */
const usePresentation = create<{ presenter: Presenter }>(() => ({
  presenter: isOn() ? createPresenting() : plain,
}))
useWorkspaceStore.subscribe(() => {
  const on = isOn()
  if (on === usePresentation.getState().presenter.on) return
  // What was said before names people.
  if (on) clearToasts()
  usePresentation.setState({ presenter: on ? createPresenting() : plain })
})

/** How personal text is shown now; the view is drawn again when that changes. */
export const usePresenter = (): Presenter => usePresentation((state) => state.presenter)

/** How personal text is shown now, outside React. */
export const getPresenter = (): Presenter => usePresentation.getState().presenter

/** Switches presentation mode; says so where it could not be kept. */
export async function togglePresentation(): Promise<void> {
  const result = await request('settings.save', { presentation: !isOn() })
  if (!result.ok) showToast({ id: 'presentation', role: 'alert', text: result.error.message, action: null })
}
