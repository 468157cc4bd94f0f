import { describe, expect, it } from 'vitest'
import { machinesOf } from '../../../../../src/renderer/features/machines/machines'
import type { RosterRow } from '../../../../../src/shared/session'
import { rosterRow } from '../../../../harness/roster-rows'

const on = (id: string, machine: string | null, fields: Partial<RosterRow> = {}) =>
  rosterRow(id, {
    provider: 'vsay',
    machineId: machine && `mch_${machine}`,
    machineName: machine,
    userName: `user of ${id}`,
    userId: `usr_${id}`,
    startedAt: 1_000,
    lastBeatAt: 2_000,
    ...fields,
  })

describe('machinesOf', () => {
  it('joins what is live, what ended and what the statistics name', () => {
    const machines = machinesOf(
      [on('live', 'proxy')],
      [on('ended', 'proxy', { lastBeatAt: 9_000 }), on('old', 'vault')],
      [
        { machineId: 'mch_proxy', name: 'proxy', sessions: 350 },
        { machineId: 'mch_quiet', name: 'quiet', sessions: 2 },
      ],
    )
    expect(
      machines.map(({ name, live, lastSeenAt, counted }) => ({ name, live, lastSeenAt, counted })),
    ).toEqual([
      { name: 'proxy', live: 1, lastSeenAt: 9_000, counted: 350 },
      { name: 'vault', live: 0, lastSeenAt: 2_000, counted: null },
      { name: 'quiet', live: 0, lastSeenAt: null, counted: 2 },
    ])
  })

  it('leaves live machines in their place when one of them beats', () => {
    const order = (vaultBeatAt: number) =>
      machinesOf([on('a', 'proxy'), on('b', 'vault', { lastBeatAt: vaultBeatAt })], [], []).map(
        ({ name }) => name,
      )
    expect(order(1_000)).toEqual(['proxy', 'vault'])
    expect(order(9_000)).toEqual(['proxy', 'vault'])
  })

  it('has the active sessions first, then the newest', () => {
    const [machine] = machinesOf(
      [on('b', 'proxy', { startedAt: 5 })],
      [on('a', 'proxy', { startedAt: 10 }), on('c', 'proxy', { startedAt: 20 })],
      [],
    )
    expect(machine?.sessions.map(({ session, state }) => `${session.id} ${state}`)).toEqual([
      'b live',
      'c ended',
      'a ended',
    ])
  })

  it('counts a session once that was looked up and is in the list, as it is in the list', () => {
    const disconnecting = { actionId: 'x', requestedAt: 1, mayTakeMs: null }
    const [machine] = machinesOf([on('a', 'proxy', { disconnecting })], [on('a', 'proxy')], [])
    expect(machine?.sessions.map(({ state }) => state)).toEqual(['disconnecting'])
    expect(machine?.live).toBe(1)
  })

  it('counts a user once, whatever number of sessions they have', () => {
    const [machine] = machinesOf(
      [on('a', 'proxy', { userId: 'usr_1' }), on('b', 'proxy', { userId: 'usr_1' }), on('c', 'proxy')],
      [],
      [],
    )
    expect(machine?.users).toHaveLength(2)
  })

  it('knows a machine by its name where it has no id, and leaves out sessions on none', () => {
    const machines = machinesOf(
      [on('a', 'proxy', { machineId: null }), on('b', null)],
      [],
      [{ machineId: null, name: 'proxy', sessions: 4 }],
    )
    expect(machines).toMatchObject([{ name: 'proxy', id: null, live: 1, counted: 4 }])
  })
})
