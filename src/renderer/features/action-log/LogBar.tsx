import { actionKindSchema } from '../../../shared/action'
import { longestLogSearch } from '../../../shared/action-log'
import type { Batch } from '../../../shared/bulk'
import { actionLogText } from '../../../shared/text/action-log'
import { actionNames } from '../../actions/outcome-words'
import { FilterMenu } from '../../components/FilterMenu'
import { SearchField } from '../../components/SearchField'
import section from '../../components/section.module.css'
import { exactTime } from '../../lib/format'
import { usePresenter } from '../../stores/presentation'
import { useAccounts } from '../../stores/workspace'
import { batchName } from './batch-words'
import { changeLogView, clearLogView, isLogNarrowed, outcomeGroups, periods, useLogView } from './log-view'

const kinds = () => actionKindSchema.options.map((id) => ({ id, label: actionNames[id] }))

/** The choices without one, or with it. */
const toggled = <T extends string>(chosen: readonly T[], id: T): T[] =>
  chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]

/** The search of the log and its filters. */
export function LogBar({ total, batches }: { total: number; batches: readonly Batch[] }) {
  const view = useLogView()
  const accounts = useAccounts()
  const presenter = usePresenter()
  const narrowed = isLogNarrowed(view)
  const bulk = batches.map((batch) => ({
    id: batch.id,
    label: `${presenter.text(batchName(batch))}, ${exactTime(batch.requestedAt)}`,
  }))
  return (
    <div className={section.bar}>
      <SearchField
        label={actionLogText.search}
        value={view.text}
        maxLength={longestLogSearch}
        covered={presenter.on}
        onChange={(text) => changeLogView({ text })}
        hits={narrowed ? actionLogText.found(total) : null}
      />
      <FilterMenu
        label={actionLogText.action}
        showsChoice
        options={kinds()}
        chosen={view.kinds}
        onToggle={(id) => {
          const kind = actionKindSchema.options.find((each) => each === id)
          if (kind) changeLogView({ kinds: toggled(view.kinds, kind) })
        }}
      />
      <FilterMenu
        label={actionLogText.account}
        showsChoice
        options={accounts}
        chosen={view.accountId === null ? [] : [view.accountId]}
        onToggle={(id) => changeLogView({ accountId: view.accountId === id ? null : id })}
      />
      <FilterMenu
        label={actionLogText.outcome}
        showsChoice
        options={outcomeGroups()}
        chosen={view.outcomes}
        onToggle={(id) => {
          const group = outcomeGroups().find((each) => each.id === id)
          if (group) changeLogView({ outcomes: toggled(view.outcomes, group.id) })
        }}
      />
      <FilterMenu
        label={actionLogText.period}
        showsChoice
        options={periods()}
        chosen={view.period === 'all' ? [] : [view.period]}
        onToggle={(id) => changeLogView({ period: periods().find((each) => each.id === id)?.id ?? 'all' })}
      />
      {bulk.length > 0 ? (
        <FilterMenu
          label={actionLogText.bulkAction}
          showsChoice
          options={bulk}
          chosen={view.batchId === null ? [] : [view.batchId]}
          onToggle={(id) => changeLogView({ batchId: view.batchId === id ? null : id })}
        />
      ) : null}
      {narrowed ? (
        <button
          type="button"
          className={section.clear}
          title={actionLogText.clearFilters}
          onClick={clearLogView}
        >
          {actionLogText.clear}
        </button>
      ) : null}
    </div>
  )
}
