import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account } from '../../../shared/account'
import type { AppError } from '../../../shared/result'
import type { ScriptRef } from '../../../shared/script-facts'
import { commonText } from '../../../shared/text/common'
import { scriptsText } from '../../../shared/text/scripts'
import { type CurlItem, CurlMenu } from '../../actions/curl/CurlMenu'
import { CopyButton } from '../../components/CopyButton'
import { IconButton } from '../../components/IconButton'
import { Problem } from '../../components/Problem'
import { RelativeTime } from '../../components/RelativeTime'
import { ServiceMark } from '../../providers/ServiceMark'
import { serviceText } from '../../stores/service-text'
import styles from './scripts.module.css'

/** How fresh a page is. `fetchedAt`: epoch ms; `null` before the first answer. */
type Freshness = { fetchedAt: number | null; busy: boolean; error: AppError | null }

/** A page's title, whose it is, how old it is, and the way to ask again. */
export function ScriptHeader(props: {
  title: ReactNode
  account: Account
  /** `null` on an account's overview. */
  script: ScriptRef | null
  fresh: Freshness
  /** What can be asked about it as a command line, where its service knows scripts. */
  curls?: readonly CurlItem[]
  onRefresh(): void
}) {
  const { account, script, fresh } = props
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        {props.title}
        <span className={styles.fresh}>
          {fresh.busy ? (
            scriptsText.updating
          ) : fresh.fetchedAt === null ? null : (
            <>
              {scriptsText.updated} <RelativeTime at={fresh.fetchedAt} />
            </>
          )}
        </span>
        {props.curls ? <CurlMenu items={props.curls} /> : null}
        <IconButton
          label={commonText.refresh}
          shortcut={null}
          icon={<RefreshCw />}
          onClick={props.onRefresh}
        />
      </div>
      <p className={styles.of}>
        <span>
          <ServiceMark provider={account.provider} />
          {serviceText(account.provider, account.label)}
        </span>
        {script ? (
          <>
            <code>{script.scriptId}</code>
            <CopyButton what={scriptsText.scriptId} text={script.scriptId} />
          </>
        ) : null}
      </p>
      {fresh.error ? <Problem text={fresh.error.message} /> : null}
    </header>
  )
}
