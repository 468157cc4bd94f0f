import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/result'
import type { SshConfigScan, SshHost } from '../../../../shared/terminal'
import { commonText } from '../../../../shared/text/common'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'
import { request } from '../../../bridge'
import { Button } from '../../../components/Button'
import { Checkbox } from '../../../components/Checkbox'
import { Dialog } from '../../../components/Dialog'
import { Problem } from '../../../components/Problem'
import { Skeleton } from '../../../components/Skeleton'
import { usePresenter } from '../../../stores/presentation'
import styles from '../dialogs.module.css'
import { closeTerminalDialog } from '../terminal-dialogs'
import { useHosts } from './hosts'

type Progress =
  | { kind: 'reading' }
  | { kind: 'read'; scan: SshConfigScan }
  | { kind: 'failed'; error: AppError }

const addressOf = ({ user, host, port }: SshHost): string => `${user}@${host}${port === 22 ? '' : `:${port}`}`

/** Takes hosts over from the user's OpenSSH config, and says what of it is not supported. */
export function ImportDialog() {
  const known = useHosts((state) => state.hosts)
  const [progress, setProgress] = useState<Progress>({ kind: 'reading' })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const presenter = usePresenter()
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void request('host.scan').then((result) => {
      if (gone) return
      setProgress(result.ok ? { kind: 'read', scan: result.value } : { kind: 'failed', error: result.error })
    })
    return () => {
      gone = true
    }
  }, [])
  const found = progress.kind === 'read' ? progress.scan.hosts : []
  const isKnown = (host: SshHost) =>
    known.some((each) => each.label === host.label && addressOf(each) === addressOf(host))
  const chosen = found.filter((host) => !left.has(host.id) && !isKnown(host))
  const toggle = (id: string) =>
    setLeft((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const save = async () => {
    for (const host of chosen) {
      const result = await request('host.save', host)
      if (!result.ok) {
        setProblem(`${host.label}: ${result.error.message}`)
        return
      }
    }
    closeTerminalDialog()
  }
  return (
    <Dialog
      title={sshHostsText.importSome}
      description={sshHostsText.nothingExecuted}
      onClose={closeTerminalDialog}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeTerminalDialog}>{commonText.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            disabledReason={chosen.length === 0 ? sshHostsText.noneChosen : null}
          >
            {chosen.length === 0 ? sshHostsText.import : sshHostsText.importHosts(chosen.length)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {progress.kind === 'reading' ? <Skeleton lines={3} label={sshHostsText.reading} /> : null}
        {progress.kind === 'failed' ? <Problem text={progress.error.message} /> : null}
        {progress.kind === 'read' && found.length === 0 ? <p>{sshHostsText.noneInFile}</p> : null}
        <ul className={styles.found}>
          {found.map((host) => (
            <li key={host.id}>
              <Checkbox
                label={presenter.name('Host', host.label)}
                checked={isKnown(host) || !left.has(host.id)}
                disabled={isKnown(host)}
                onChange={() => toggle(host.id)}
              />
              <code>{isKnown(host) ? sshHostsText.savedAlready : presenter.text(addressOf(host))}</code>
            </li>
          ))}
        </ul>
        {progress.kind === 'read' && progress.scan.notes.length > 0 ? (
          <section aria-label={sshHostsText.notTakenOver}>
            <h3>{sshHostsText.notTakenOver}</h3>
            <ul className={styles.notes}>
              {[...new Set(progress.scan.notes)].map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {problem ? <Problem text={problem} /> : null}
      </div>
    </Dialog>
  )
}
