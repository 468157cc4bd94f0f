import { CircleAlert, CircleCheck, CircleX, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Action } from '../../../shared/action'
import { providerCatalog } from '../../../shared/providers/catalog'
import { actionLogText } from '../../../shared/text/action-log'
import { actionNames, type OutcomeTone, type OutcomeWords, outcomeWords } from '../../actions/outcome-words'
import { CellText } from '../../components/CellText'
import type { DataColumn } from '../../components/grid/DataTable'
import { exactTime, listTime, nothing } from '../../lib/format'
import styles from './action-log.module.css'

const icons: Readonly<Record<OutcomeTone, ReactNode>> = {
  busy: <Clock aria-hidden />,
  good: <CircleCheck aria-hidden />,
  warn: <CircleAlert aria-hidden />,
  bad: <CircleX aria-hidden />,
}

/** What became of an action, with how long its service may take. */
export const logOutcome = (action: Action): OutcomeWords =>
  outcomeWords(action, providerCatalog[action.provider].disconnectMayTakeMs)

const said = (text: string | null): ReactNode => (text === null ? nothing : <CellText text={text} />)

/** The columns of the log, for actions as they may be shown. `batchName`: what a bulk action is called. */
export const logColumns = (batchName: (id: string) => string): readonly DataColumn<Action>[] => [
  {
    id: 'time',
    label: actionLogText.time,
    share: 120,
    minWidth: 152,
    render: ({ requestedAt }) => (
      <span className={styles.time} title={exactTime(requestedAt)}>
        {listTime(requestedAt)}
      </span>
    ),
  },
  {
    id: 'account',
    label: actionLogText.account,
    share: 90,
    minWidth: 88,
    yields: 3,
    render: ({ accountLabel }) => <CellText text={accountLabel} />,
  },
  {
    id: 'kind',
    label: actionLogText.action,
    share: 60,
    // As wide as the longest of its names.
    minWidth: 108,
    // The outcome says it, too.
    yields: 1,
    render: ({ kind }) => actionNames[kind],
  },
  {
    id: 'target',
    label: actionLogText.target,
    share: 150,
    minWidth: 100,
    render: ({ target }) => <CellText text={target} className={styles.target} />,
  },
  {
    id: 'outcome',
    label: actionLogText.outcome,
    share: 190,
    minWidth: 160,
    render: (action) => {
      const { text, tone } = logOutcome(action)
      return (
        <span className={styles.tone} data-tone={tone} title={text}>
          {icons[tone]}
          {text}
        </span>
      )
    },
  },
  {
    id: 'sent',
    label: actionLogText.sent,
    share: 160,
    minWidth: 120,
    yields: 2,
    render: ({ sent }) => said(sent),
  },
  {
    id: 'reason',
    label: actionLogText.reason,
    share: 120,
    minWidth: 90,
    yields: 4,
    render: ({ reason }) => said(reason),
  },
  {
    id: 'batch',
    label: actionLogText.bulkAction,
    share: 180,
    minWidth: 120,
    yields: 5,
    render: ({ batchId }) => said(batchId === null ? null : batchName(batchId)),
  },
]
