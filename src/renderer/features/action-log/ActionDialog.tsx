import type { ReactNode } from 'react'
import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'
import { indentedJson } from '../../../shared/json-text'
import { actionNames } from '../../actions/outcome-words'
import { Button } from '../../components/Button'
import { CopyButton } from '../../components/CopyButton'
import { Dialog } from '../../components/Dialog'
import { RelativeTime } from '../../components/RelativeTime'
import { exactTime } from '../../lib/format'
import { usePresenter } from '../../stores/presentation'
import { useRow } from '../../stores/roster'
import { serviceText } from '../../stores/service-text'
import { showSession } from '../sessions/list'
import styles from './action-log.module.css'
import { batchName, batchWords } from './batch-words'
import { logOutcome } from './log-columns'
import { showBatchInLog } from './log-view'

/** Everything that is known of one action. `action`: as it may be shown. */
export function ActionDialog(props: { action: Action; batch: Batch | undefined; onClose(): void }) {
  const { action, batch, onClose } = props
  const presenter = usePresenter()
  const row = useRow(action.sessionKey ?? '')
  const isLive = action.sessionKey !== null && row !== undefined
  const answer = answerOf(action)
  const show = () => {
    onClose()
    if (action.sessionKey !== null) void showSession([action.sessionKey])
  }
  const showBatch = () => {
    onClose()
    if (action.batchId !== null) showBatchInLog(action.batchId)
  }
  return (
    <Dialog
      title={actionNames[action.kind]}
      description={
        <>
          To <strong>{action.target}</strong> · {serviceText(action.provider, action.accountLabel)}
        </>
      }
      onClose={onClose}
      footer={
        <>
          {action.batchId === null ? null : <Button onClick={showBatch}>Show bulk action</Button>}
          {action.sessionKey === null ? null : (
            <Button disabledReason={isLive ? null : 'This session is no longer listed'} onClick={show}>
              Show session
            </Button>
          )}
          <Button shortcut="close" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        <Fact label="Requested">
          {exactTime(action.requestedAt)} (<RelativeTime at={action.requestedAt} />)
        </Fact>
        {action.sent === null ? null : <Fact label="Sent">{action.sent}</Fact>}
        {action.reason === null ? null : <Fact label="Reason">{action.reason}</Fact>}
        <Fact label="Outcome">{logOutcome(action).text}</Fact>
        {answer === null ? null : (
          <Fact label="Answer">
            <pre>{answer}</pre>
            <CopyButton what="answer" text={answer} />
          </Fact>
        )}
        {batch ? (
          <Fact label="Bulk action">
            {presenter.text(batchName(batch))}
            {'\n'}
            {batchWords(batch)}
          </Fact>
        ) : null}
      </dl>
    </Dialog>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What the client answered, or the further fields of a refusal. */
function answerOf({ outcome }: Action): string | null {
  if (outcome.kind === 'answered') return indentedJson(outcome.response)
  if (outcome.kind !== 'failed' || outcome.error.kind !== 'refused') return null
  const { details } = outcome.error
  return details === '' ? null : indentedJson(details)
}
