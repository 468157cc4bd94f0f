import { useState } from 'react'
import type { SshHost } from '../../../../shared/terminal'
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
      title="Remove SSH host"
      description={<bdi>{name}</bdi>}
      size="small"
      onClose={onClose}
      onSubmit={() => void remove()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" type="submit">
            Remove {name}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>
          Its remembered passwords go with it. Open terminals stay connected, and known_hosts keeps the host’s
          key.
        </p>
        {problem ? <Problem text={problem} /> : null}
      </div>
    </Dialog>
  )
}
