import { ListWindow } from '../../src/main/watch/lists/list-window'
import { Roster } from '../../src/main/watch/monitor/roster'
import { RosterView } from '../../src/renderer/stores/roster-view'
import type { ListUpdate, ListWish } from '../../src/shared/list/window'
import type { RosterRow, Session } from '../../src/shared/session'
import { createFakeClock } from './fake-clock'
import { scopeHealth } from './roster-rows'

/**
 * The watch thread's list and the window's view of it, joined as two processes are: messages arrive in order, when the test
 * delivers them.
 */
export function watchedList() {
  const clock = createFakeClock()
  const roster = new Roster()
  const toWindow: ListUpdate[] = []
  const toWatch: ListWish[] = []
  const scopes = new Map([['a/hub:1', scopeHealth()]])
  const context = { accountLabels: new Map([['a', 'Hub One']]), scopes }
  const createList = () =>
    new ListWindow({
      clock,
      roster,
      readContext: () => context,
      emit: (update) => toWindow.push(JSON.parse(JSON.stringify(update))),
    })
  let list = createList()
  const view = new RosterView((wish) => toWatch.push(structuredClone(wish)), clock)
  const hearWishes = () => {
    for (const wish of toWatch.splice(0)) list.wish(wish)
  }
  const hearUpdates = () => {
    for (const update of toWindow.splice(0)) view.update(update)
  }
  return {
    clock,
    roster,
    view,
    list: () => list,
    /** Messages on their way to the watch thread. */
    toWatch,
    /** Messages on their way to the window. */
    toWindow,
    hearWishes,
    hearUpdates,
    /** Delivers all messages, and those that they cause. */
    async settle() {
      for (let turn = 0; turn < 4; turn++) {
        await Promise.resolve()
        hearWishes()
        hearUpdates()
      }
    },
    /** One complete answer of the one scope. */
    heartbeat(sessions: readonly Session[], isWatched = true) {
      const change = roster.apply('a/hub:1', {
        sessions,
        at: clock.now(),
        begins: true,
        completes: true,
        sweepsUntilGone: 1,
      })
      if (change) list.rosterChanged(change, isWatched)
    },
    /** Another watch thread takes the place of this one. */
    replaceThread() {
      list.stop()
      toWindow.length = 0
      list = createList()
    },
    /** The rows that the window draws, as far as it has them. */
    drawn(): (RosterRow | undefined)[] {
      const { keys } = view.list
      return keys.known.keys.map((key) => view.row(key) ?? view.departed(key)?.row)
    },
    /** The ids of the rows on screen. */
    ids: () => view.list.keys.known.keys.map((key) => key.slice(2)),
  }
}
