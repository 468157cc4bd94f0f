import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Action } from '../../../shared/action'
import type { LogPage } from '../../../shared/action-log'
import type { Batch } from '../../../shared/bulk'
import type { AppError, Result } from '../../../shared/result'
import { on, request } from '../../bridge'
import { useWatchState } from '../../stores/watch-state'
import { type LogView, logQuery } from './log-view'

/** Actions per page. */
const pageSize = 200
/** Most actions that are fetched anew when something changed; further pages come again as they are scrolled to. */
const mostAnew = 5_000
/** Delay of a search after the last key press, and time within which changes are taken together, ms. */
const restMs = 150
const gatherMs = 400
/** Time within which new outcomes of shown actions are drawn together, ms. */
const drawMs = 50

/** What the log's view knows. `null`: the first answer has not come. */
export type Log = {
  actions: readonly Action[] | null
  next: LogPage['next']
  /** How many match in all. */
  total: number
  batches: readonly Batch[]
  error: AppError | null
  /** What a person should know about the log's file. */
  problem: string | null
}

const empty: Log = { actions: null, next: null, total: 0, batches: [], error: null, problem: null }

/**
 * The log as `view` narrows it: pages as they are scrolled to, outcomes as they change. New actions are counted in
 * `waiting` while `isHeld` says that somebody reads, and come with `refresh`.
 */
export function useLog(view: LogView, isHeld: () => boolean) {
  const [log, setLog] = useState(empty)
  const [waiting, setWaiting] = useState(0)
  const ids = useMemo(() => new Set(log.actions?.map(({ id }) => id)), [log.actions])
  const latest = useRef({ asked: 0, log, ids, unseen: new Set<string>(), isHeld })
  latest.current.log = log
  latest.current.ids = ids
  latest.current.isHeld = isHeld
  const restarting = useWatchState((state) => state.restarting)

  const ask = useCallback(
    async (limit: number) => {
      const mine = ++latest.current.asked
      const [page, batches, problem] = await Promise.all([
        request('log.search', { ...logQuery(view, Date.now()), limit }),
        request('log.batches'),
        request('log.problem'),
      ])
      if (latest.current.asked !== mine) return
      latest.current.unseen.clear()
      setWaiting(0)
      setLog((before) => ({
        actions: page.ok ? page.value.actions : before.actions,
        next: page.ok ? page.value.next : before.next,
        total: page.ok ? (page.value.total ?? 0) : before.total,
        batches: batches.ok ? batches.value : before.batches,
        error: page.ok ? null : page.error,
        problem: problem.ok ? problem.value : before.problem,
      }))
    },
    [view],
  )

  const refresh = useCallback(() => {
    const shown = latest.current.log.actions?.length ?? 0
    return ask(Math.min(mostAnew, Math.max(pageSize, shown)))
  }, [ask])

  useEffect(() => {
    if (restarting) return
    const timer = setTimeout(() => void ask(pageSize), latest.current.log.actions === null ? 0 : restMs)
    return () => clearTimeout(timer)
  }, [ask, restarting])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let drawing: ReturnType<typeof setTimeout> | null = null
    let changed = new Map<string, Action>()
    // A bulk action changes hundreds within a second: going through thousands of rows for each would cost too much.
    const draw = () => {
      const news = changed
      changed = new Map()
      drawing = null
      setLog((before) => ({
        ...before,
        actions: before.actions?.map((action) => news.get(action.id) ?? action) ?? null,
      }))
    }
    const stop = on('action.changed', (action) => {
      if (latest.current.ids.has(action.id)) {
        changed.set(action.id, action)
        drawing ??= setTimeout(draw, drawMs)
        return
      }
      if (action.outcome.kind !== 'sending' && action.outcome.kind !== 'planned') return
      // There are two events for each action of a bulk action: when it is planned, and when it leaves.
      setWaiting(latest.current.unseen.add(action.id).size)
      timer ??= setTimeout(() => {
        timer = null
        if (!latest.current.isHeld()) void refresh()
      }, gatherMs)
    })
    return () => {
      stop()
      if (timer) clearTimeout(timer)
      if (drawing) clearTimeout(drawing)
    }
  }, [refresh])

  const more = useCallback(async () => {
    const { next } = latest.current.log
    if (!next) return
    const mine = ++latest.current.asked
    const page = await request('log.search', {
      ...logQuery(view, Date.now()),
      before: next,
      limit: pageSize,
    })
    if (latest.current.asked !== mine || !page.ok) return
    setLog((before) => ({
      ...before,
      actions: [...(before.actions ?? []), ...page.value.actions],
      next: page.value.next,
    }))
  }, [view])

  return { log, waiting, refresh, more }
}

/** Everything that matches `view`, all pages, newest first. */
export async function wholeLog(view: LogView): Promise<{ actions: Action[]; error: AppError | null }> {
  const query = logQuery(view, Date.now())
  const actions: Action[] = []
  let before: LogPage['next'] = null
  do {
    const page: Result<LogPage> = await request('log.search', { ...query, before, limit: mostAnew })
    if (!page.ok) return { actions, error: page.error }
    actions.push(...page.value.actions)
    before = page.value.next
  } while (before)
  return { actions, error: null }
}
