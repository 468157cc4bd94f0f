import { useState } from 'react'
import type { SshHost } from '../../../../shared/terminal'
import { commonText } from '../../../../shared/text/common'
import { sshHostsText } from '../../../../shared/text/ssh-hosts'
import { request } from '../../../bridge'
import { Button } from '../../../components/Button'
import { Dialog } from '../../../components/Dialog'
import { Problem } from '../../../components/Problem'
import { usePresenter } from '../../../stores/presentation'
import styles from '../dialogs.module.css'
import { closeTerminalDialog } from '../terminal-dialogs'

/** Asks, over the host's own dialog, whether to forget a saved host. */
export function RemoveHostDialog({ host, onClose }: { host: SshHost; onClose(): void }) {
  const presenter = usePresenter()
  const name = presenter.name('Host', host.label)
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    const result = await request('host.remove', { id: host.id })
    if (result.ok) closeTerminalDialog()
    else setProblem(result.error.message)
  }
  return (
    <Dialog
      title={sshHostsText.removeTitle}
      description={<bdi>{name}</bdi>}
      size="small"
      onClose={onClose}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button kind="danger" type="submit">
            {sshHostsText.remove(name)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{sshHostsText.removeAbout}</p>
        {problem ? <Problem text={problem} /> : null}
      </div>
    </Dialog>
  )
}
