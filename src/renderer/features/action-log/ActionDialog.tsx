import type { ReactNode } from 'react'
import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'
import { indentedJson } from '../../../shared/json-text'
import { actionLogText } from '../../../shared/text/action-log'
import { commonText } from '../../../shared/text/common'
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
          {actionLogText.to} <strong>{action.target}</strong> ·{' '}
          {serviceText(action.provider, action.accountLabel)}
        </>
      }
      onClose={onClose}
      footer={
        <>
          {action.batchId === null ? null : (
            <Button onClick={showBatch}>{actionLogText.showBulkAction}</Button>
          )}
          {action.sessionKey === null ? null : (
            <Button disabledReason={isLive ? null : actionLogText.notListed} onClick={show}>
              {actionLogText.showSession}
            </Button>
          )}
          <Button shortcut="close" onClick={onClose}>
            {commonText.close}
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        <Fact label={actionLogText.requested}>
          {exactTime(action.requestedAt)} (<RelativeTime at={action.requestedAt} />)
        </Fact>
        {action.sent === null ? null : <Fact label={actionLogText.sent}>{action.sent}</Fact>}
        {action.reason === null ? null : <Fact label={actionLogText.reason}>{action.reason}</Fact>}
        <Fact label={actionLogText.outcome}>{logOutcome(action).text}</Fact>
        {answer === null ? null : (
          <Fact label={actionLogText.answer}>
            <pre>{answer}</pre>
            <CopyButton what={actionLogText.copyAnswer} text={answer} />
          </Fact>
        )}
        {batch ? (
          <Fact label={actionLogText.bulkAction}>
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
