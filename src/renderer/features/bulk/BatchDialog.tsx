import { useMemo, useState } from 'react'
import type { Action } from '../../../shared/action'
import { isUnderWay } from '../../../shared/batch-state'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { commonText } from '../../../shared/text/common'
import {
  batchSentences,
  passes,
  type ResultFilter,
  resultFilterNames,
  resultFilters,
} from '../../actions/bulk-words'
import { actionNames, outcomeWords } from '../../actions/outcome-words'
import { Button } from '../../components/Button'
import { CellText } from '../../components/CellText'
import { Dialog } from '../../components/Dialog'
import { EmptyState } from '../../components/EmptyState'
import { type DataColumn, DataTable } from '../../components/grid/DataTable'
import { Problem } from '../../components/Problem'
import { Select } from '../../components/Select'
import type { Presenter } from '../../components/window-context'
import { closeDialog } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { BatchLine } from './BatchLine'
import { useBatch } from './bulk'
import styles from './bulk.module.css'
import { retryFailed, retryOf } from './retry'
import { useBatchItems } from './use-batch-items'

const columnsFor = (presenter: Presenter): DataColumn<Action>[] => [
  {
    id: 'target',
    label: bulkDialogsText.session,
    share: 2,
    minWidth: 120,
    render: ({ target }) => <CellText text={presenter.name('User', target)} />,
    sort: (a, b) => a.target.localeCompare(b.target),
  },
  {
    id: 'account',
    label: bulkDialogsText.account,
    share: 1,
    minWidth: 90,
    render: ({ accountLabel }) => <CellText text={accountLabel} />,
    sort: (a, b) => a.accountLabel.localeCompare(b.accountLabel),
  },
  {
    id: 'kind',
    label: bulkDialogsText.action,
    share: 1,
    minWidth: 90,
    render: ({ kind }) => actionNames[kind],
  },
  {
    id: 'outcome',
    label: bulkDialogsText.result,
    share: 4,
    minWidth: 200,
    render: (action) => {
      const { text, tone } = outcomeWords(action, null)
      const shown = presenter.text(text)
      return (
        <span className={styles.result} data-tone={tone} title={shown}>
          {shown}
        </span>
      )
    },
  },
]

/** One result a session, while it runs and after it. */
export function BatchDialog({ id }: { id: string }) {
  const batch = useBatch(id)
  const { items, error } = useBatchItems(id)
  const presenter = usePresenter()
  const [filter, setFilter] = useState<ResultFilter>('all')
  const columns = useMemo(() => columnsFor(presenter), [presenter])
  const shown = useMemo(
    () => items?.filter(({ outcome }) => passes(filter, outcome.kind)) ?? [],
    [items, filter],
  )
  const retry = useMemo(() => (items ? retryOf(items) : null), [items])
  const underWay = batch !== undefined && isUnderWay(batch.state)
  return (
    <Dialog
      title={bulkDialogsText.title}
      size="large"
      description={batch ? batchSentences(batch) : undefined}
      onClose={closeDialog}
      footer={
        <>
          {retry && !underWay ? (
            <Button onClick={() => void retryFailed(retry.question, id)}>
              {bulkDialogsText.retry(retry.count)}
            </Button>
          ) : null}
          <Button kind="primary" shortcut="close" onClick={closeDialog}>
            {commonText.close}
          </Button>
        </>
      }
    >
      <div className={styles.results}>
        {underWay ? <BatchLine id={id} brief /> : null}
        {batch?.reason ? (
          <p className={styles.hint}>{bulkDialogsText.reasonWas(presenter.secret(batch.reason))}</p>
        ) : null}
        <div className={styles.tools}>
          <Select<ResultFilter>
            label={bulkDialogsText.filter}
            hideLabel
            value={filter}
            options={resultFilters.map((value) => ({ value, label: resultFilterNames[value] }))}
            onChange={setFilter}
          />
          <span className={styles.hint}>{bulkDialogsText.resultCount(shown.length)}</span>
        </div>
        {error ? <Problem text={error} /> : null}
        <div className={styles.table}>
          <DataTable
            label={bulkDialogsText.results}
            columns={columns}
            rows={shown}
            question={filter}
            rowKey={(action) => action.id}
            rowLabel={(action) =>
              `${presenter.name('User', action.target)}, ${presenter.text(outcomeWords(action, null).text)}`
            }
            empty={
              <EmptyState title={items === null ? bulkDialogsText.loading : bulkDialogsText.noMatch}>
                {null}
              </EmptyState>
            }
          />
        </div>
      </div>
    </Dialog>
  )
}
