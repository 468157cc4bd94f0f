import { Plus, SquareTerminal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { namesOfThose } from '../../../shared/providers/catalog'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { openDialog } from '../../stores/dialogs'
import { useWorkspace } from '../../stores/workspace'
import { openTerminalDialog } from '../terminal/terminal-dialogs'
import { Mark } from './Mark'
import { WindowSketch } from './WindowSketch'
import styles from './welcome.module.css'

/** What an empty workspace shows instead of the list. */
export function Welcome() {
  const keychain = useWorkspace()?.keychain
  const [opening, setOpening] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  // Not from a dialog that is open over it.
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus()
  }, [])
  const openDemo = async () => {
    setOpening(true)
    const result = await request('demo.open')
    setOpening(false)
    setError(result.ok ? null : result.error.message)
  }
  return (
    <main className={styles.welcome} aria-label="Welcome">
      <WindowSketch />
      <Mark />
      <h1 className={styles.title}>See who is online right now</h1>
      <p className={styles.words}>
        Sessiondeck watches the live sessions of {namesOfThose(() => true)} in one list, tells you when
        somebody arrives, and lets you message or disconnect them.
      </p>
      <div className={styles.buttons}>
        <Button
          ref={first}
          kind="primary"
          icon={<Plus />}
          tooltip="You need an API key of one of the services"
          onClick={() => openDialog({ kind: 'account', accountId: null })}
        >
          Add account
        </Button>
        <Button
          busy={opening}
          tooltip="Simulated services on this machine; nothing is sent anywhere"
          onClick={() => void openDemo()}
        >
          Open the demo workspace
        </Button>
        <Button
          icon={<SquareTerminal />}
          tooltip="Terminals need no account"
          onClick={() => openTerminalDialog({ kind: 'host', hostId: null })}
        >
          Add an SSH host
        </Button>
      </div>
      {error ? (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      ) : (
        <p className={styles.note}>
          {keychain === 'available' ? 'Keys stay in this machine’s keychain. ' : ''}The demo needs no key.
        </p>
      )}
    </main>
  )
}
