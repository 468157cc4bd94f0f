import { CircleAlert, CircleCheck, CircleX, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Action } from '../../../shared/action'
import { providerCatalog } from '../../../shared/provider-catalog'
import type { DataColumn } from '../../components/DataTable'
import { exactTime, listTime, nothing } from '../../lib/format'
import type { Presenter } from '../../stores/presentation'
import { actionNames, type OutcomeTone, type OutcomeWords, outcomeWords } from '../actions/outcome-words'
import { targetText } from '../actions/target-text'
import styles from './action-log.module.css'

const icons: Readonly<Record<OutcomeTone, ReactNode>> = {
  busy: <Clock aria-hidden />,
  good: <CircleCheck aria-hidden />,
  warn: <CircleAlert aria-hidden />,
  bad: <CircleX aria-hidden />,
}

/** What became of an action, as the screen may show it. */
export function shownOutcome(action: Action, presenter: Presenter): OutcomeWords {
  const { text, tone } = outcomeWords(action, providerCatalog[action.provider].disconnectMayTakeMs)
  return { text: presenter.text(text), tone }
}

/** The columns of the log. `batchName`: what a bulk action is called. */
export const logColumns = (
  presenter: Presenter,
  batchName: (id: string) => string,
): readonly DataColumn<Action>[] => [
  {
    id: 'time',
    label: 'Time',
    share: 120,
    minWidth: 142,
    render: ({ requestedAt }) => (
      <span className={styles.time} title={exactTime(requestedAt)}>
        {listTime(requestedAt)}
      </span>
    ),
  },
  {
    id: 'account',
    label: 'Account',
    share: 90,
    minWidth: 88,
    yields: 2,
    render: (action) => action.accountLabel,
  },
  { id: 'kind', label: 'Action', share: 80, minWidth: 96, render: ({ kind }) => actionNames[kind] },
  {
    id: 'target',
    label: 'Target',
    share: 130,
    minWidth: 116,
    render: (action) => <span className={styles.target}>{targetText(action, presenter)}</span>,
  },
  {
    id: 'outcome',
    label: 'Outcome',
    share: 270,
    minWidth: 190,
    render: (action) => {
      const { text, tone } = shownOutcome(action, presenter)
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
    label: 'Sent',
    share: 180,
    minWidth: 120,
    yields: 1,
    render: ({ sent }) => (sent === null ? nothing : presenter.text(sent)),
  },
  {
    id: 'reason',
    label: 'Reason',
    share: 120,
    minWidth: 90,
    yields: 3,
    render: ({ reason }) => (reason === null ? nothing : presenter.text(reason)),
  },
  {
    id: 'batch',
    label: 'Bulk action',
    share: 100,
    minWidth: 96,
    yields: 4,
    render: ({ batchId }) => (batchId === null ? nothing : batchName(batchId)),
  },
]
